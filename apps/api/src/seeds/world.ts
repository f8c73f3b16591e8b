import { addWorkingMinutes, isWorkingTime, workingMinutesBetween } from '@sila/domain/calendar'
import type { Calendar } from '@sila/domain/calendar'
import type { Keys } from '../keys/keys.ts'
import type { StaffSeed, TeamKey } from './cast.ts'
import type { Dice } from './dice.ts'
import type { PersonSeed } from './people.ts'
import type { Row } from './rows.ts'

/** A member of staff who is stored already. */
export type Member = StaffSeed & { id: string; teamId: string }
/** A beneficiary who is stored already. */
export type Person = PersonSeed & { id: string }

/** What the invented past happens in. */
export type World = {
  calendar: Calendar
  now: Date
  keys: Keys
  dice: Dice
  staff: readonly Member[]
  teams: Readonly<Record<TeamKey, string>>
  /** Everything that happened, ready to be stored. */
  book: {
    interactions: Row[]
    requests: Row[]
    entries: Row[]
    events: Row[]
    invitations: Row[]
    responses: Row[]
    reads: Row[]
  }
}

/** Time that only goes on, and never beyond now. */
export type Clockwork = {
  at: Date
  later(workingMinutes: number): Date | undefined
  night(minutes: number): Date | undefined
}

/** A clockwork that starts when a matter arrives. */
export function clockwork(world: World, start: Date): Clockwork {
  function moveTo(next: Date): Date | undefined {
    if (next > world.now) return undefined
    self.at = next
    return next
  }
  const self: Clockwork = {
    at: start,
    later: (minutes) => moveTo(addWorkingMinutes(world.calendar, self.at, Math.max(1, minutes))),
    night: (minutes) => moveTo(new Date(self.at.getTime() + Math.max(1, minutes) * 60_000)),
  }
  return self
}

/** The working moment that lies so many working minutes before now. */
export function workingMinutesAgo(world: World, minutes: number): Date {
  let low = world.now.getTime() - 300 * 86_400_000
  let high = world.now.getTime()
  while (high - low > 30_000) {
    const middle = (low + high) / 2
    if (workingMinutesBetween(world.calendar, new Date(middle), world.now) > minutes) low = middle
    else high = middle
  }
  return new Date(Math.floor(low))
}

/** Some moment of a day so long ago; in working time where somebody has to be present. */
export function momentAgo(world: World, days: number, attended: boolean): Date {
  const { dice } = world
  const day = new Date(world.now.getTime() - days * 86_400_000)
  // 05:00 to 19:00 UTC is morning to late evening in Riyadh.
  day.setUTCHours(dice.between(5, 18), dice.between(0, 59), dice.between(0, 59), dice.between(0, 999))
  if (!attended || isWorkingTime(world.calendar, day)) return day
  return addWorkingMinutes(world.calendar, day, dice.between(5, 300))
}

/** Who of the desk answers in this language: those whose own it is, else who speaks it, else Salem. */
export function memberFor(world: World, language: string): Member {
  const speaking = world.staff.filter(
    (member) => member.role === 'OFFICER' && member.languages.includes(language),
  )
  const own = speaking.filter((member) => member.languages[0] === language)
  const member =
    own.length > 0 ? world.dice.pick(own) : speaking.length > 0 ? world.dice.pick(speaking) : world.staff[0]
  if (!member) throw new Error('seeds: there is no staff')
  return member
}

/** The supervisor. */
export function supervisorOf(world: World): Member {
  const member = world.staff.find(({ role }) => role === 'SUPERVISOR')
  if (!member) throw new Error('seeds: there is no supervisor')
  return member
}
