import { notes, tongueOf } from './stories/index.ts'
import type { Story } from './stories/type.ts'
import type { Thread } from './thread.ts'
import { clockwork, memberFor, supervisorOf } from './world.ts'
import type { Clockwork, Member, World } from './world.ts'

/** Lets a matter go its whole way, as far as the time until now allows. */
export function liveOn(world: World, thread: Thread, story: Story) {
  const time = clockwork(world, thread.columns.received_at)
  const member = memberFor(world, thread.columns.language)
  const taken = time.later(world.dice.between(8, 150))
  if (!taken) return
  thread.assign(member, taken)
  if (story.kind === 'SUGGESTION') return studied(world, thread, story, time, member)
  if (story.kind === 'COMPLIMENT') return shared(world, thread, time, member)
  answered(world, thread, story, time, member)
}

function answered(world: World, thread: Thread, story: Story, time: Clockwork, member: Member) {
  const { dice } = world
  if (!asked(world, thread, story, time, member)) return
  if (dice.percent(24)) {
    const noted = time.later(dice.between(5, 60))
    if (!noted) return
    thread.note(dice.pick(notes), noted, member)
  }
  // Most answers come within the promise; some are late, or there would be nothing to learn from the reports.
  const late = dice.percent(6)
  if (late && story.kind === 'COMPLAINT') {
    const escalated = time.later(dice.between(1260, 1400))
    if (!escalated) return
    thread.act('escalate', 'interaction.escalated', escalated)
  }
  const at = time.later(late ? dice.between(1300, 1900) : dice.between(20, 600))
  if (!at) return
  thread.answer(worded(world, thread, story.answer), at, member)
  if (story.more && story.moreAnswer && dice.percent(55)) {
    const asks = time.night(dice.between(30, 1500))
    if (!asks) return
    thread.reply(story.more, asks)
    const again = time.later(dice.between(20, 400))
    if (!again) return
    thread.answer(story.moreAnswer, again, member)
  }
  const ended = time.later(dice.between(300, 900))
  if (!ended) return
  thread.close(ended, member)
  if (!dice.percent(3)) return
  const reopened = time.night(dice.between(600, 4000))
  if (!reopened) return
  thread.act('reopen', 'interaction.reopened', reopened, supervisorOf(world), {
    reason: 'عاد المستفيد بسؤال جديد حول الموضوع نفسه.',
  })
  const last = time.later(dice.between(60, 500))
  if (last) thread.answer(worded(world, thread, story.moreAnswer ?? story.answer), last, member, true)
}

function asked(world: World, thread: Thread, story: Story, time: Clockwork, member: Member): boolean {
  if (!story.asked || !story.supplied || !world.dice.percent(65)) return true
  const at = time.later(world.dice.between(10, 120))
  if (!at) return false
  thread.wait(story.asked, at, member)
  const back = time.night(world.dice.between(60, 2000))
  if (!back) return false
  thread.reply(story.supplied, back)
  return true
}

function studied(world: World, thread: Thread, story: Story, time: Clockwork, member: Member) {
  const { dice } = world
  const study = time.later(dice.between(60, 420))
  if (!study) return
  thread.act('study', 'interaction.underStudy', study, member)
  const decided = time.later(dice.between(800, 3600))
  if (!decided) return
  // What the words say decides: each story was written for one outcome.
  const act = dice.percent(8) ? 'decline' : parked.test(story.answer) ? 'park' : 'accept'
  const supervisor = supervisorOf(world)
  thread.decide(
    act,
    worded(world, thread, act === 'decline' ? declined(thread.columns.language) : story.answer),
    decided,
    supervisor,
  )
  if (act === 'accept') {
    const done = time.later(dice.between(2000, 9000))
    if (!done) return
    thread.decide('implement', worded(world, thread, story.answer), done, supervisor)
  }
  const ended = time.later(dice.between(400, 1500))
  if (ended) thread.close(ended, member)
}

const parked = /يؤجل|टाला|Hindi po muna/u

function declined(language: string): string {
  return (
    declinedWords[language] ??
    'Thank you for the idea. We cannot take it up this year, because the hall has no free hour; we wrote down your reasons for next year’s plan.'
  )
}

const declinedWords: Readonly<Record<string, string>> = {
  ar: 'نشكر لكم الاقتراح. تعذر تنفيذه هذا العام لعدم توفر وقت شاغر في القاعة، ودُوّنت أسبابكم لخطة العام القادم.',
  ur: 'تجویز کا شکریہ۔ ہال میں وقت نہ ہونے کے باعث اس سال ممکن نہیں، اگلے سال کے منصوبے میں لکھ لی گئی ہے۔',
  bn: 'পরামর্শের জন্য ধন্যবাদ। হলে ফাঁকা সময় না থাকায় এ বছর সম্ভব নয়, আগামী বছরের পরিকল্পনায় লেখা হলো।',
}

function shared(world: World, thread: Thread, time: Clockwork, member: Member) {
  const at = time.later(world.dice.between(30, 300))
  if (!at) return
  thread.act('share', 'interaction.shared', at, member)
  const ended = time.later(world.dice.between(200, 600))
  if (ended) thread.close(ended, member)
}

/** An answer with the greeting and the ending that belong to the language. */
export function worded(world: World, thread: Thread, answer: string): string {
  const { replies, farewells } = tongueOf(thread.columns.language)
  return [world.dice.pick(replies), answer, world.dice.percent(50) ? world.dice.pick(farewells) : '']
    .filter(Boolean)
    .join(' ')
}
