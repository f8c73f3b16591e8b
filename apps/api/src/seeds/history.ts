import type { ChannelCode } from '@sila/domain/channel'
import { channels } from '@sila/domain/channel'
import { junk, missedCalls, tongueOf } from './stories/index.ts'
import type { Story } from './stories/type.ts'
import { liveOn } from './lives.ts'
import { arrive } from './thread.ts'
import type { Arrival } from './thread.ts'
import { clockwork, memberFor, momentAgo } from './world.ts'
import type { Person, World } from './world.ts'

/** What is going to happen: when, and how it is told. */
export type Plan = { at: Date; happen(reference: string): void }

const ways: readonly (readonly [ChannelCode, number])[] = [
  ['WEBSITE', 34],
  ['SOCIAL', 24],
  ['PHONE', 14],
  ['VISIT', 11],
  ['EMAIL', 8],
  ['FEEDBACK_LINK', 6],
  ['LETTER', 3],
]
const monthDays = 182

/** The matters of the last six months, a little more of them towards the end. */
export function planHistory(world: World, people: readonly Person[], count: number): Plan[] {
  return Array.from({ length: count }, () => {
    const days = 9 + Math.floor(world.dice.next() ** 1.25 * (monthDays - 9))
    const person = world.dice.pick(people)
    const draw = world.dice.next()
    if (draw < 0.06) return planMissedCall(world, person, momentAgo(world, days, true))
    if (draw < 0.075) return planJunk(world, momentAgo(world, days, false))
    const story = world.dice.pick(tongueOf(person.language).stories)
    const channel = world.dice.weighted(ways)
    return planStory(
      world,
      person,
      story,
      channel,
      momentAgo(world, days, channels[channel].live || channel === 'LETTER'),
    )
  })
}

function planStory(world: World, person: Person, story: Story, channel: ChannelCode, at: Date): Plan {
  return {
    at,
    happen(reference) {
      // Who complains or reports something often does not wish to be known.
      const unknown =
        (channel === 'WEBSITE' || channel === 'FEEDBACK_LINK') &&
        world.dice.percent(story.kind === 'INQUIRY' ? 6 : 28)
      liveOn(
        world,
        arrive(world, tell(world, { reference, person: unknown ? undefined : person, story, channel, at })),
        story,
      )
    },
  }
}

/** A story as it arrives over a channel: written words begin and end as people do in that language. */
export function tell(
  world: World,
  matter: {
    reference: string
    person: Person | undefined
    story: Story
    channel: ChannelCode
    at: Date
    language?: string
  },
): Arrival {
  const { person, story, channel, at, reference } = matter
  const language = person?.language ?? matter.language ?? languageOf(story)
  const tongue = tongueOf(language)
  const written = channels[channel].written
  const text = written
    ? [world.dice.pick(tongue.greetings), story.text, world.dice.pick(tongue.thanks)]
        .filter(Boolean)
        .join(' ')
    : story.text
  const byItself = channel === 'WEBSITE' || channel === 'FEEDBACK_LINK'
  return {
    ...{ reference, channel, at, language, person, kind: story.kind, subject: story.subject, text },
    recorder: byItself ? undefined : memberFor(world, language),
  }
}

function languageOf(story: Story): string {
  return everyLanguage.find((language) => tongueOf(language).stories.includes(story)) ?? 'ar'
}

const everyLanguage = ['ar', 'en', 'ur', 'bn', 'hi', 'id', 'fil', 'ml', 'ta', 'am', 'ne', 'so']

function planMissedCall(world: World, person: Person, at: Date): Plan {
  return {
    at,
    happen(reference) {
      const { dice } = world
      const recorder = memberFor(world, 'ar')
      const thread = arrive(world, {
        ...dice.pick(missedCalls),
        kind: 'MISSED_CALL',
        channel: 'PHONE',
        language: person.language,
        reference,
        at,
        person,
        recorder,
      })
      const time = clockwork(world, at)
      const member = memberFor(world, person.language)
      const returned = time.later(dice.percent(85) ? dice.between(10, 110) : dice.between(300, 700))
      if (!returned) return
      if (dice.percent(88)) thread.act('returnCall', 'interaction.callReturned', returned, member)
      else thread.act('giveUpCall', 'interaction.callGivenUp', returned, member, {}, 'STAFF')
      const ended = time.later(dice.between(10, 200))
      if (ended) thread.close(ended, member)
    },
  }
}

function planJunk(world: World, at: Date): Plan {
  return {
    at,
    happen(reference) {
      const text = world.dice.pick(junk)
      const arrival = {
        kind: 'INQUIRY',
        channel: 'WEBSITE',
        language: 'en',
        subject: '',
        text,
        reference,
        at,
      } as const
      const thread = arrive(world, { ...arrival, person: undefined, recorder: undefined })
      const seen = clockwork(world, at).later(20)
      if (seen) thread.act('markSpam', 'interaction.markedSpam', seen, memberFor(world, 'en'), {}, 'STAFF')
    },
  }
}
