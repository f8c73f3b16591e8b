import { isEnough } from '@sila/domain/survey'
import { isMasked } from '../actors/actor.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import { checkPeriod } from '../reports/index.ts'
import { ofHouse } from '../walls/actor.ts'
import type { ScoreCount, SurveyResults } from './survey.types.ts'

type Counted = {
  invited: number
  replied: number
  answered: number
  csat: number | null
  scores: Record<string, number> | null
  efforts: Record<string, number> | null
  comments: string[] | null
}

const inPeriod = `(day::timestamp at time zone 'Asia/Riyadh') >= $1 and (day::timestamp at time zone 'Asia/Riyadh') < $2`

// Comments in the order of random ids: when one was written cannot be told from its place. Words of which
// the language would tell whose they are are left out (survey.batches.ts).
const text = `
  with rated as materialized (select id, csat, ease, comment, comment_shown from survey_response where counted and ${inPeriod})
  select (select count(*)::int from survey_invitation where at >= $1 and at < $2) as invited,
    (select count(*)::int from survey_invitation where at >= $1 and at < $2 and answered) as replied,
    (select count(*)::int from rated) as answered, (select avg(csat)::float8 from rated) as csat,
    (select jsonb_object_agg(csat, n) from (select csat, count(*) as n from rated group by csat) s) as scores,
    (select jsonb_object_agg(ease, n) from (select ease, count(*) as n from rated where ease is not null group by ease) e) as efforts,
    (select array_agg(comment) from (select comment from rated where comment is not null and comment_shown order by id limit 50) c) as comments`

/** G4: what the ratings of a period say; under five of them only that they came (M3). */
export async function readSurveyResults(
  ctx: Context,
  period: { from: Date; to: Date },
): Promise<SurveyResults> {
  demand(ctx, 'survey.read')
  checkPeriod(ctx, period)
  const [counted] = await read<Counted>(ofHouse(ctx.house).pool, {
    name: 'survey-results',
    text,
    values: [period.from, period.to],
  })
  const { invited = 0, replied = 0, answered = 0 } = counted ?? {}
  const base = { period, invited, answered, responseRate: invited > 0 ? (100 * replied) / invited : null }
  if (!counted || !isEnough(answered)) {
    return { ...base, enough: false, csat: null, distribution: null, easeDistribution: null, comments: null }
  }
  const efforts = distributionOf(counted.efforts)
  const rated = efforts.reduce((sum, { count }) => sum + count, 0)
  return {
    ...{ ...base, enough: true, csat: counted.csat, distribution: distributionOf(counted.scores) },
    // The second question may be left out; so few answers to it are a small group of their own.
    easeDistribution: isEnough(rated) ? efforts : null,
    // Words are no figures: who reads masked gets none. The house reads them, so no wall of rows stands here.
    comments: isMasked(ctx.actor) ? null : (counted.comments ?? []),
  }
}

function distributionOf(counts: Record<string, number> | null): ScoreCount[] {
  return [1, 2, 3, 4, 5].map((score) => ({ score, count: counts?.[score] ?? 0 }))
}
