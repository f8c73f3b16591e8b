import { closeAfterDays, remindedEvent } from '@sila/domain/request'
import { defaultServices } from '@sila/domain/service'
import { applications } from './applications.ts'
import type { Application } from './applications.ts'
import type { Plan } from './history.ts'
import { pastApplications } from './past-applications.ts'
import { file } from './request-thread.ts'
import type { RequestThread } from './request-thread.ts'
import { clockwork, memberFor, supervisorOf, workingMinutesAgo } from './world.ts'
import type { Clockwork, Member, Person, World } from './world.ts'

const workingDay = 420

/** The applications of the demonstration: those on the desk, and those of six months that are over. */
export function planRequests(world: World, people: readonly Person[], past: number): Plan[] {
  const individuals = people.filter(({ kind }) => kind === 'INDIVIDUAL')
  return [...applications, ...pastApplications(individuals, past)].map((application, index) => {
    const person = people.find(({ name }) => name === application.who)
    const service = defaultServices.find(({ key }) => key === application.service)
    if (!person || !service)
      throw new Error(`seeds: applications.ts names ${application.who}, whom people.ts does not know`)
    const at = workingMinutesAgo(
      world,
      application.days * workingDay + 25 + (index % applications.length) * 11,
    )
    return {
      at,
      happen(reference) {
        const thread = file(world, {
          reference,
          service,
          person,
          at,
          answers: dated(application.answers, at),
        })
        const member = memberFor(world, person.language)
        walk({
          world,
          thread,
          application,
          member,
          time: clockwork(world, at),
          permit: service.requiresPermit,
        })
      },
    }
  })
}

// `{ in: 20 }` is the date 20 days after the application.
function dated(answers: Record<string, unknown>, at: Date): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => {
      const days = typeof value === 'object' && value !== null && 'in' in value ? Number(value.in) : undefined
      return [
        key,
        days === undefined ? value : new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10),
      ]
    }),
  )
}

type Walk = {
  world: World
  thread: RequestThread
  application: Application
  member: Member
  time: Clockwork
  permit: boolean
}

function walk({ world, thread, application, member, time, permit }: Walk) {
  const { way } = application
  const words = (application.words ?? '').split('|')
  const supervisor = supervisorOf(world)
  /** Does something after so many working minutes, where the time until now allows. */
  const after = (minutes: number, work: (at: Date) => void): boolean => {
    const at = time.later(minutes)
    if (at) work(at)
    return at !== undefined
  }
  /** What the house does by itself after so many days in which nobody moved. */
  const silent = (days: number, work: (at: Date) => void): boolean => {
    const at = time.night(days * 1440)
    if (at) work(at)
    return at !== undefined
  }
  if (way === 'submitted') return
  const begun = after(application.wait ?? 70, (at) => {
    thread.act('review', 'request.reviewed', at, member, { assignee_id: member.id })
    thread.act(
      'assign',
      'request.assigned',
      at,
      supervisor,
      { assignee_id: member.id, team_id: member.teamId },
      { assignee: member.name },
    )
  })
  if (!begun || way === 'inReview') return
  if (way === 'withdrawn') return void after(300, (at) => thread.act('withdraw', 'request.withdrawn', at))
  if (way === 'cancelled') {
    return void after(500, (at) => {
      thread.act('cancel', 'request.cancelled', at, supervisor, { decided_at: at })
      thread.say('ANSWER', words[0] ?? '', at, supervisor)
    })
  }
  if (way === 'needsInfo' || way === 'expired') {
    after(150, (at) =>
      thread.act('askInfo', 'request.infoAsked', at, member, { needed_items: words }, { items: words }),
    )
    // Two reminders, and the end two weeks after the asking; the recent ones have not come so far.
    const byItself = { byItself: true }
    const reminded = ([7, 5] as const).every((days) =>
      silent(days, (at) => thread.act('remind', remindedEvent, at, undefined, {}, byItself)),
    )
    if (way === 'expired' && reminded)
      silent(2, (at) => thread.act('expire', 'request.expired', at, undefined, {}, byItself))
    return
  }
  if (permit && !lodge(words)) return
  if (way === 'lodged') return
  if (way === 'rejected' || way === 'permitRefused') {
    return void after(200, (at) => {
      const [code = 'OTHER', text = ''] = words
      const external =
        way === 'permitRefused' ? { external_decided_at: at, contact_due_at: thread.contactDue(at) } : {}
      thread.act(
        'reject',
        'request.rejected',
        at,
        supervisor,
        { decided_at: at, rejection_code: code, rejection_text: text, ...external },
        { code, text },
      )
      if (way === 'permitRefused') contact()
    })
  }
  const approved = after(220, (at) => {
    const external = permit ? { external_decided_at: at, contact_due_at: thread.contactDue(at) } : {}
    thread.act('approve', 'request.approved', at, supervisor, { decided_at: at, ...external })
  })
  if (!approved || way === 'approved') return
  if (way === 'waitlisted')
    return void after(40, (at) => thread.act('waitlist', 'request.waitlisted', at, member))
  if (permit) contact()
  if (!after(260, (at) => thread.act('start', 'request.started', at, member)) || way === 'inFulfilment')
    return
  const fulfilled = after(3 * workingDay, (at) => {
    const [deliverable = ''] = words
    thread.act('fulfil', 'request.fulfilled', at, member, { deliverable, fulfilled_at: at }, { deliverable })
    thread.invite(at)
  })
  if (!fulfilled || way === 'fulfilled') return
  silent(closeAfterDays, (at) => thread.act('close', 'request.closed', at, undefined, {}, { byItself: true }))

  function lodge(told: string[]): boolean {
    const lodged = after(420, (at) => {
      const externalReference = told.find((word) => word.startsWith('TYS-')) ?? 'TYS-1448-20001'
      thread.act(
        'lodge',
        'request.lodged',
        at,
        member,
        { external_reference: externalReference, lodged_at: at },
        { externalReference },
      )
    })
    return lodged && (way === 'lodged' || after(7 * workingDay, () => undefined))
  }
  function contact() {
    after(90, (at) => {
      thread.act('contact', 'request.contacted', at, member, { contacted_at: at })
      thread.say('ANSWER', 'تم التواصل معكم هاتفيًا بشأن قرار التصريح والخطوة التالية.', at, member)
    })
  }
}
