import type { Application, Way } from './applications.ts'
import { makeDice } from './dice.ts'
import type { Dice } from './dice.ts'
import type { Person } from './world.ts'

/** Six months, in working days. */
const half = 130

type Answers = (dice: Dice, person: Person) => Record<string, unknown>
type Kind = { answers: Answers; delivered: readonly string[] }

// Women and men apply alike; a level is asked for where something is learned in steps.
const course: Answers = (dice, { language }) => {
  const topic = dice.pick(['ISLAM', 'ARABIC', 'QURAN'])
  return {
    ...(topic === 'ISLAM' ? {} : { level: dice.pick(['BEGINNER', 'BEGINNER', 'MIDDLE']) }),
    ...{ topic, language, section: dice.pick(['MEN', 'MEN', 'WOMEN']), transport: dice.percent(30) },
    time: dice.pick(['MORNING', 'EVENING', 'EVENING', 'WEEKEND']),
  }
}
const books: Answers = (dice, { language }) => ({
  ...{ titles: [dice.pick(['TRANSLATION', 'INTRODUCTION', 'PRAYER', 'CHILDREN'])], language },
  ...{ quantity: dice.between(1, 6), delivery: 'COLLECT' },
})
const abouts: Readonly<Record<string, string>> = {
  ur: 'کمپنی کا خط، دو صفحے۔',
  bn: 'কোম্পানির চিঠি, দুই পাতা।',
  hi: 'कंपनी का पत्र, दो पन्ने।',
  id: 'Surat dari perusahaan, dua halaman.',
  fil: 'Sulat mula sa kompanya, dalawang pahina.',
}
const translation: Answers = (_dice, { language }) => ({
  ...{ form: 'TEXT', from: 'ar', to: language === 'ar' ? 'en' : language },
  about: abouts[language] ?? 'A letter of the company, two pages.',
})
const visit: Answers = (dice, { language }) => ({
  ...{ aim: 'LEARN', people: dice.between(1, 8), date: { in: dice.between(8, 16) }, language },
  time: dice.pick(['MORNING', 'AFTERNOON']),
})

const kinds = {
  course: {
    answers: course,
    delivered: ['حُجز مقعد وبدأ الحضور.', 'أُكملت الدورة وسُلّمت الشهادة.', 'حُجز مقعد في حلقة المبتدئين.'],
  },
  books: { answers: books, delivered: ['سُلّمت الكتب في الاستقبال.', 'سُلّمت النسخ المطلوبة.'] },
  translation: { answers: translation, delivered: ['سُلّم النص المترجم.', 'تُرجم الخطاب وشُرح مضمونه هاتفيًا.'] },
  visit: { answers: visit, delivered: ['تمت الزيارة مع مرشد بلغة الضيوف.', 'تمت الزيارة بحضور مترجم.'] },
} as const satisfies Partial<Record<Application['service'], Kind>>

// A house that finishes what is brought to it, with the few that it did not.
const ends: readonly (readonly [Way, number])[] = [
  ['closed', 965],
  ['rejected', 15],
  ['withdrawn', 20],
]
const refused =
  'NO_CAPACITY|لا يوجد مقعد في هذه الدورة حتى الفصل القادم. سجلنا رغبتكم، ويمكنكم التقديم مجددًا عند فتح التسجيل.'

/** The applications of six months that came to their end, more of them lately; dice of their own leave all else as it is. */
export function pastApplications(people: readonly Person[], count: number): Application[] {
  const dice = makeDice(1449)
  return Array.from({ length: count }, () => {
    const service = dice.weighted([
      ['course', 42],
      ['books', 30],
      ['translation', 18],
      ['visit', 10],
    ] as const)
    const { answers, delivered } = kinds[service]
    const person = dice.pick(people)
    const way = dice.weighted(ends)
    const days = 12 + Math.floor(dice.next() ** 1.9 * (half - 12))
    return {
      ...{ service, who: person.name, way, days, answers: answers(dice, person) },
      // Most are taken up the same day; some lie.
      wait: days > 25 && dice.percent(8) ? dice.between(1500, 4000) : dice.between(15, 380),
      words: way === 'rejected' ? refused : dice.pick(delivered),
    }
  })
}
