import { ar } from './ar.ts'
import { bn } from './bn.ts'
import { en } from './en.ts'
import { fil } from './fil.ts'
import { hi } from './hi.ts'
import { id } from './id.ts'
import { others } from './others.ts'
import type { Tongue } from './type.ts'
import { ur } from './ur.ts'

const tongues = new Map([ar, en, ur, bn, hi, id, fil, ...others].map((tongue) => [tongue.language, tongue]))

/** The stories of a language. */
export function tongueOf(language: string): Tongue {
  return tongues.get(language) ?? en
}

/** What staff write down for a call that nobody answered. */
export const missedCalls = [
  {
    subject: 'مكالمة فائتة، المتصل ينتظر معاودة الاتصال',
    text: 'مكالمة فائتة وقت الذروة؛ لم يترك المتصل رسالة.',
  },
  {
    subject: 'مكالمة فائتة بشأن موعد الدرس',
    text: 'رسالة صوتية قصيرة: يسأل عن موعد الدرس ويطلب معاودة الاتصال.',
  },
  { subject: 'مكالمة فائتة بشأن طلب كتب', text: 'انقطع الاتصال قبل الرد؛ ترك رسالة يسأل فيها عن طلب كتب.' },
  {
    subject: 'مكالمة فائتة، يرغب المتصل في زيارة الجمعية',
    text: 'ترك المتصل رقمه ويرغب في معرفة أوقات الزيارة.',
  },
] as const

/** What staff tell each other; notes are in the language of the house. */
export const notes = [
  'بقي 6 مقاعد في قاعة الجمعة، ويمكن فتح قاعة ثانية عند الحاجة.',
  'تحدثت مع المستفيد هاتفيًا، ويفضل التواصل مساءً.',
  'راجعت السجل: له طلب سابق مكتمل، لا حاجة لسؤاله عن بياناته مرة أخرى.',
  'يفضل ألا نتصل به وقت العمل.',
  'أبلغت مشرف البرامج، والرد جاهز بعد تأكيد الموعد.',
  'السائق يعرف الموقع، أرسلت له الإحداثيات.',
] as const

/** What visitors of a shop window send that is no matter at all. */
export const junk = [
  'Buy followers cheap!!! visit our page now',
  'قرض سريع بدون كفيل تواصل معنا الآن',
  'WIN a phone today, click here',
] as const
