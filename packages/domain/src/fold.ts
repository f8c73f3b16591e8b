import { toWesternDigits } from './text.ts'

/**
 * The form in which words are compared and searched: small letters, no accents, no tashkeel or tatweel,
 * one letter where people write several (أإآٱ ا, ى ي, ة ه, ک ك, ی ي), digits 0-9. Letters that make
 * Urdu, Pashto or Sindhi words differ (ٹ ڈ ڑ ں ے چ پ گ …) stay as they are.
 */
export function foldText(text: string): string {
  return toWesternDigits(text.normalize('NFKD'))
    .replace(marks, '')
    .toLowerCase()
    .replace(/[أإآٱىیةکہھےßøłđıæœ]/gu, (letter) => folded[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')
}

// Latin accents, Arabic vowel signs, tatweel, and what has no width; the vowel signs of Indic scripts are letters and stay.
// All before letters are put together again: else what stood between two would keep them apart in one of two foldings.
const marks =
  /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

const folded: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  ہ: 'ه',
  ھ: 'ه',
  ے: 'ي',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
}
