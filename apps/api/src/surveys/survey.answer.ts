import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { checkAnswers, cleanAnswers } from '@sila/domain/form'
import type { Problem } from '@sila/domain/problem'
import { satisfactionSurvey, surveyDays } from '@sila/domain/survey'
import type { Context } from '../context.ts'
import { Refused } from '../errors.ts'
import { change } from '../events.ts'
import { localDate } from '../association/local-date.ts'
import type { Found } from '../tracking/find-tracked.ts'
import { SurveyResponse } from './response.entity.ts'
import { monthOf } from './survey.batches.ts'

type Answer = { clientMutationId: string; answers: Record<string, unknown> }
type Facts = {
  id: string
  at: Date
  answered: boolean
  channel: string
  kind: string | null
  serviceKey: string | null
  language: string
}

const facts = {
  INTERACTION: `select s.id, s.at, s.answered, i.channel, i.kind, null as "serviceKey", i.language
    from survey_invitation s join interaction i on i.id = s.interaction_id where i.id = ? for update of s`,
  REQUEST: `select s.id, s.at, s.answered, 'WEBSITE' as channel, null as kind, r.service_key as "serviceKey", r.language
    from survey_invitation s join request r on r.id = s.request_id where r.id = ? for update of s`,
}

/**
 * M3: takes in a rating. What is stored of it names no person, no member of staff and no matter; the invitation only
 * learns that an answer came, and the event belongs to nothing. It counts once its batch does (survey.batches.ts).
 */
export async function answerSurvey(ctx: Context, found: Found, input: Answer): Promise<Problem[]> {
  const problems = checkAnswers(satisfactionSurvey, input.answers, ctx.language)
  if (problems.length > 0) return problems
  const answers = cleanAnswers(satisfactionSurvey, input.answers)
  // Keyed: a plain fingerprint of five scores could be guessed by whoever reads the table.
  const sealed = ctx.house.keys
    .hashSecret(JSON.stringify([answers['csat'], answers['ease'], answers['comment']]))
    .toString('base64')

  const act = { name: 'survey.answer', key: input.clientMutationId, input: { id: found.id, sealed } }
  const outcome = await change(ctx, act, async (em) => {
    const invitation = await openInvitation(ctx, em, found)
    await em.execute(`update survey_invitation set answered = true where id = ?`, [invitation.id])
    em.create(SurveyResponse, {
      ...{ id: randomUUID(), day: monthOf(localDate(ctx)), counted: false, commentShown: false },
      ...{ channel: invitation.channel, kind: invitation.kind },
      ...{ serviceKey: invitation.serviceKey, language: invitation.language },
      ...{
        csat: Number(answers['csat']),
        ease: numberOf(answers['ease']),
        comment: textOf(answers['comment']),
      },
    })
    return {
      result: {},
      event: { aggregate: 'survey', aggregateId: randomUUID(), type: 'survey.answered', visibility: 'STAFF' },
    }
  })
  return outcome.done ? [] : outcome.problems
}

async function openInvitation(ctx: Context, em: EntityManager, found: Found): Promise<Facts> {
  const [invitation] = await em.execute<Facts[]>(facts[found.type], [found.id])
  if (invitation?.answered) throw new Refused({ code: 'SURVEY_ALREADY_ANSWERED' })
  if (!invitation || !isSurveyOpen(new Date(invitation.at), ctx.now))
    throw new Refused({ code: 'SURVEY_CLOSED' })
  return invitation
}

/** Whether a rating can still be given that was asked for then. */
export function isSurveyOpen(at: Date, now: Date): boolean {
  return now.getTime() <= at.getTime() + surveyDays * 86_400_000
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
