import { nextDate } from '@sila/domain/local-time'
import type { PoolClient } from 'pg'
import { countOn } from '../surveys/survey.batches.ts'
import type { Row } from './rows.ts'
import type { World } from './world.ts'

const words: Readonly<Record<string, readonly string[]>> = {
  ar: [
    'كان الرد سريعًا وواضحًا.',
    'أتمنى تقليل مدة الانتظار.',
    'تعامل راقٍ، شكرًا لكم.',
    'احتجت أن أشرح طلبي مرتين.',
  ],
  en: ['Quick and friendly.', 'I had to ask twice before I understood where to go.', 'Very kind people.'],
  ur: ['جواب اپنی زبان میں ملا، بہت خوشی ہوئی۔', 'جواب میں کچھ دیر لگی۔'],
  bn: ['নিজের ভাষায় উত্তর পেয়েছি, ধন্যবাদ।', 'একটু দেরি হয়েছে।'],
  hi: ['जल्दी जवाब मिला।'],
  id: ['Jawabannya jelas dan ramah.', 'Formulirnya agak panjang di ponsel.'],
  fil: ['Mabilis at magalang.', 'Medyo mahirap hanapin ang opisina.'],
}

/** Lets some of those who were asked answer; nothing of it leads to a person (M3). */
export function rate(world: World) {
  const { dice, book, now } = world
  const matters = new Map<unknown, Row>(
    [...book.interactions, ...book.requests].map((row) => [row['id'], row]),
  )
  for (const invitation of book.invitations) {
    const { at } = invitation
    const matter = matters.get(invitation['interaction_id'] ?? invitation['request_id'])
    if (!(at instanceof Date) || !matter || !dice.percent(38)) continue
    const day = new Date(at.getTime() + dice.between(0, 6) * 86_400_000)
    if (day > now) continue
    invitation['answered'] = true
    book.responses.push(answer(world, matter, day))
  }
}

/** Counts the answers as the nights of the past would have done; a new house has not stood for one night yet. */
export async function countPast(client: PoolClient, from: Date, now: Date) {
  const today = now.toISOString().slice(0, 10)
  for (let night = from.toISOString().slice(0, 10); night <= today; night = nextDate(night))
    await countOn((text, values) => client.query(text, values), night)
  await client.query(`update survey_response set day = date_trunc('month', day)::date where not counted`)
}

function answer({ dice }: World, matter: Row, day: Date): Row {
  const language = String(matter['language'])
  const csat = dice.weighted([
    [5, 46],
    [4, 31],
    [3, 13],
    [2, 6],
    [1, 4],
  ])
  const of = {
    channel: matter['channel'] ?? 'WEBSITE',
    kind: matter['kind'] ?? null,
    service_key: matter['service_key'] ?? null,
  }
  return {
    ...{ id: crypto.randomUUID(), day: day.toISOString().slice(0, 10), ...of, language, csat },
    // Effort runs the other way: 1 is easy.
    ease: dice.percent(80) ? Math.min(5, Math.max(1, 6 - csat + dice.between(-1, 1))) : null,
    comment: dice.percent(34) ? dice.pick(words[language] ?? words['en'] ?? []) : null,
  }
}
