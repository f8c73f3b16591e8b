import type { ChannelCode } from '@sila/domain/channel'
import type { Sensitivity } from '@sila/domain/permission'
import { missedCalls, notes, tongueOf } from './stories/index.ts'
import type { Story } from './stories/type.ts'
import { tell } from './history.ts'
import type { Plan } from './history.ts'
import { worded } from './lives.ts'
import { arrive } from './thread.ts'
import type { Thread } from './thread.ts'
import { clockwork, memberFor, supervisorOf, workingMinutesAgo } from './world.ts'
import type { Clockwork, Person, World } from './world.ts'

type Step = (thread: Thread, story: Story, time: Clockwork, world: World) => void

/** Who writes what, over which channel, how long ago, and how far it has come since. */
type Scene = { who: string; story: number; channel: ChannelCode; ago: Ago; steps: readonly Step[] }
/** Minutes of real time for what has just come in; working minutes for what lies on the desk. */
type Ago = { minutes: number } | { working: number }

const taken: Step = (thread, _story, time, world) => {
  const at = time.later(world.dice.between(6, 40))
  if (at) thread.assign(memberFor(world, thread.columns.language), at)
}
const owned =
  (email: string): Step =>
  (thread, _story, time, world) => {
    const member = world.staff.find((one) => one.email === email)
    const at = time.later(world.dice.between(6, 25))
    if (at && member) thread.assign(member, at)
  }
const keptTo =
  (sensitivity: Sensitivity, emails: readonly string[], about?: string): Step =>
  (thread, _story, time, world) => {
    const at = time.later(world.dice.between(3, 10))
    const circle = world.staff.filter(({ email }) => emails.includes(email))
    const complainedOf = world.staff.find(({ email }) => email === about)
    if (at) thread.protect(sensitivity, circle, complainedOf, at, supervisorOf(world))
  }
const noted: Step = (thread, _story, time, world) => {
  const at = time.later(world.dice.between(4, 20))
  if (at) thread.note(world.dice.pick(notes), at, memberFor(world, thread.columns.language))
}
const waiting: Step = (thread, story, time, world) => {
  const at = time.later(world.dice.between(10, 60))
  if (at) thread.wait(story.asked ?? story.subject, at, memberFor(world, thread.columns.language))
}
const answered: Step = (thread, story, time, world) => {
  const at = time.later(world.dice.between(15, 90))
  if (at) thread.answer(worded(world, thread, story.answer), at, memberFor(world, thread.columns.language))
}
const askedMore: Step = (thread, story, time, world) => {
  const at = time.night(world.dice.between(15, 45))
  if (at) thread.reply(story.more ?? story.text, at)
}
const escalated: Step = (thread, _story, time) => {
  const at = time.later(1230)
  if (at) thread.act('escalate', 'interaction.escalated', at)
}
const studied: Step = (thread, _story, time, world) => {
  const at = time.later(90)
  if (at) thread.act('study', 'interaction.underStudy', at, memberFor(world, thread.columns.language))
}
const accepted: Step = (thread, story, time, world) => {
  const at = time.later(900)
  if (at) thread.decide('accept', worded(world, thread, story.answer), at, supervisorOf(world))
}
const sharedWithTeam: Step = (thread, _story, time, world) => {
  const at = time.later(60)
  if (at) thread.act('share', 'interaction.shared', at, memberFor(world, thread.columns.language))
}

// Names and numbers of stories as they stand in people.ts and stories/.
const scenes: readonly Scene[] = [
  {
    who: 'মোহাম্মদ রহমান',
    story: 0,
    channel: 'SOCIAL',
    ago: { working: 70 },
    steps: [owned('hind@sila.example'), answered, noted, askedMore],
  },
  { who: 'نورة العتيبي', story: 10, channel: 'WEBSITE', ago: { minutes: 19 }, steps: [] },
  { who: 'Sarah Whitfield', story: 0, channel: 'WEBSITE', ago: { minutes: 47 }, steps: [] },
  {
    who: 'عبداللہ خان',
    story: 0,
    channel: 'EMAIL',
    ago: { working: 640 },
    steps: [owned('salem@sila.example'), noted],
  },
  { who: 'محمد اسلم', story: 1, channel: 'SOCIAL', ago: { working: 500 }, steps: [taken, waiting] },
  {
    who: 'سعود القحطاني',
    story: 6,
    channel: 'WEBSITE',
    ago: { working: 1700 },
    steps: [owned('salem@sila.example'), noted, escalated],
  },
  { who: 'রোকেয়া বেগম', story: 5, channel: 'FEEDBACK_LINK', ago: { working: 900 }, steps: [taken] },
  { who: 'राजेश कुमार', story: 0, channel: 'WEBSITE', ago: { minutes: 160 }, steps: [] },
  {
    who: 'Nur Aisyah',
    story: 0,
    channel: 'SOCIAL',
    ago: { working: 150 },
    steps: [taken, answered, askedMore],
  },
  { who: 'Maria Santos', story: 1, channel: 'SOCIAL', ago: { working: 420 }, steps: [taken, waiting] },
  { who: 'രാജീവ് നായർ', story: 0, channel: 'SOCIAL', ago: { working: 320 }, steps: [] },
  { who: 'Hodan Nuur', story: 0, channel: 'SOCIAL', ago: { working: 1150 }, steps: [] },
  { who: 'ሰይድ አህመድ', story: 0, channel: 'VISIT', ago: { working: 240 }, steps: [taken, answered] },
  {
    who: 'فاطمة محمود',
    story: 1,
    channel: 'WEBSITE',
    ago: { working: 380 },
    steps: [owned('salem@sila.example'), waiting],
  },
  { who: 'முகமது இஸ்மாயில்', story: 1, channel: 'WEBSITE', ago: { working: 1000 }, steps: [taken] },
  { who: 'सलिम मियाँ', story: 2, channel: 'FEEDBACK_LINK', ago: { working: 200 }, steps: [] },
  { who: 'Budi Santoso', story: 4, channel: 'WEBSITE', ago: { working: 1500 }, steps: [taken, studied] },
  {
    who: 'Grace Njeri',
    story: 7,
    channel: 'EMAIL',
    ago: { working: 2600 },
    steps: [taken, studied, accepted],
  },
  { who: 'غلام مرتضیٰ', story: 7, channel: 'SOCIAL', ago: { working: 260 }, steps: [taken, sharedWithTeam] },
  {
    who: 'هالة إبراهيم',
    story: 8,
    channel: 'LETTER',
    ago: { working: 760 },
    steps: [owned('salem@sila.example')],
  },
  { who: 'মোহাম্মদ রহমান', story: 1, channel: 'WEBSITE', ago: { working: 1210 }, steps: [taken, waiting] },
  {
    who: 'ياسر عثمان',
    story: 2,
    channel: 'VISIT',
    ago: { working: 180 },
    steps: [
      owned('salem@sila.example'),
      keptTo('NEW_MUSLIM', ['salem@sila.example', 'khalid@sila.example', 'amina@sila.example']),
    ],
  },
  {
    who: 'هالة إبراهيم',
    story: 7,
    channel: 'WEBSITE',
    ago: { working: 330 },
    steps: [
      owned('khalid@sila.example'),
      keptTo('STAFF_COMPLAINT', ['khalid@sila.example'], 'rauf@sila.example'),
    ],
  },
  {
    who: 'Daniel Mensah',
    story: 2,
    channel: 'EMAIL',
    ago: { working: 560 },
    steps: [owned('salem@sila.example'), answered],
  },
]

/** What lies on the desk today: new, overdue, waiting, escalated, answered a moment ago. */
export function planToday(world: World, people: readonly Person[]): Plan[] {
  const plans = scenes.map((scene): Plan => {
    const person = people.find(({ name }) => name === scene.who)
    const story = tongueOf(person?.language ?? '').stories[scene.story]
    if (!person || !story)
      throw new Error(
        `seeds: today.ts names ${scene.who} and story ${scene.story}, which people.ts or stories/ do not know`,
      )
    const at = momentOf(world, scene.ago)
    return {
      at,
      happen(reference) {
        const thread = arrive(world, tell(world, { reference, person, story, channel: scene.channel, at }))
        const time = clockwork(world, at)
        for (const step of scene.steps) step(thread, story, time, world)
      },
    }
  })
  return [...plans, missed(world, people, 'አበበ ከበደ', 95, 1), missed(world, people, 'ياسر عثمان', 24, 0)]
}

function momentOf(world: World, ago: Ago): Date {
  return 'minutes' in ago
    ? new Date(world.now.getTime() - ago.minutes * 60_000)
    : workingMinutesAgo(world, ago.working)
}

function missed(world: World, people: readonly Person[], name: string, working: number, words: number): Plan {
  const person = people.find((one) => one.name === name)
  const told = missedCalls[words] ?? missedCalls[0]
  if (!person) throw new Error(`seeds: today.ts names ${name}, whom people.ts does not know`)
  const at = workingMinutesAgo(world, working)
  const recorder = memberFor(world, 'ar')
  const arrival = {
    ...told,
    kind: 'MISSED_CALL',
    channel: 'PHONE',
    language: person.language,
    at,
    person,
    recorder,
  } as const
  return { at, happen: (reference) => void arrive(world, { ...arrival, reference }) }
}
