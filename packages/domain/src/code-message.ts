import { portalLanguageOf } from './language.ts'
import type { PortalLanguage } from './language.ts'
import { fillWords } from './words/fill.ts'

type Words = { subject: string; text: string }

// Short, so that one text message holds it; the code comes first, where a locked screen shows it.
const messages: Readonly<Record<PortalLanguage, Words>> = {
  ar: {
    subject: '{code} رمز الدخول إلى «معاملاتي» في {association}',
    text: '{code} هو رمزك لدى {association}، وهو صالح {minutes} دقائق. لا تعطه أحدًا، ولن نسألك عنه.',
  },
  en: {
    subject: '{code} is your code for {association}',
    text: '{code} is your code for {association}, good for {minutes} minutes. Give it to nobody; we never ask for it.',
  },
  ur: {
    subject: '{code} آپ کا کوڈ: {association}',
    text: '{code} آپ کا کوڈ ہے ({association})، {minutes} منٹ تک درست۔ کسی کو نہ دیں، ہم کبھی نہیں مانگتے۔',
  },
  bn: {
    subject: '{code} আপনার কোড: {association}',
    text: '{code} আপনার কোড ({association}), {minutes} মিনিট চলবে। কাউকে দেবেন না; আমরা কখনও চাই না।',
  },
  hi: {
    subject: '{code} आपका कोड: {association}',
    text: '{code} आपका कोड है ({association}), {minutes} मिनट तक मान्य। किसी को न दें; हम कभी नहीं माँगते।',
  },
  id: {
    subject: '{code} adalah kode Anda untuk {association}',
    text: '{code} adalah kode Anda untuk {association}, berlaku {minutes} menit. Jangan berikan kepada siapa pun; kami tidak pernah memintanya.',
  },
  fil: {
    subject: '{code} ang code ninyo sa {association}',
    text: '{code} ang code ninyo sa {association}, may bisa nang {minutes} minuto. Huwag ibigay kaninuman; hindi namin ito hinihingi.',
  },
}

/** The message that brings a code, in the person's language. */
export function codeMessage(
  language: string,
  values: { code: string; association: string; minutes: number },
): Words {
  const { subject, text } = messages[portalLanguageOf(language)]
  return { subject: fillWords(subject, values), text: fillWords(text, values) }
}
