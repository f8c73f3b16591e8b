const segmenters = new Map<string, Intl.Segmenter>()

/**
 * The text as it is stored: composed (NFC), without control characters and without the signs that
 * reorder what the eye sees. Joiners that scripts need (ZWNJ, ZWJ), line breaks and marks of direction stay.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(unwanted, '')
    .normalize('NFC')
    .replace(spaceBeforeBreak, '\n')
    .replace(/\n{4,}/gu, '\n\n\n')
    .trim()
}

// Begins only where a run of spaces begins: without that, a long run costs the square of its length.
const spaceBeforeBreak = /(?<![ \u00a0])[ \u00a0]+\n/gu

// Controls but the newline; embeddings, overrides and isolates; fillers, tags, interlinear and non-characters.
const unwanted =
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed here
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0001}]/gu

/** How many signs a reader would count. */
export function graphemeLength(text: string): number {
  let length = 0
  for (const _ of segmenter().segment(text)) length += 1
  return length
}

/** The text, cut after at most `max` signs; a cut is shown by an ellipsis. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text
  let end = 0
  let count = 0
  for (const { index, segment } of segmenter().segment(text)) {
    if (count === max) return `${text.slice(0, end).trimEnd()}…`
    count += 1
    end = index + segment.length
  }
  return text
}

/** Whether there is a letter or a digit of any script in it. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** The text with digits of every script (٣, ۳, ३, ৩ …) written 0-9. */
export function toWesternDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
}

// Unicode keeps the ten digits of a script together, so zero is the first of the run that the digit stands in.
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  if (code <= 0x39) return code - 0x30
  // The mathematical digits are five runs side by side from U+1D7CE.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10
  let value = 0
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return value
}

function segmenter(): Intl.Segmenter {
  const known = segmenters.get('und')
  if (known) return known
  const made = new Intl.Segmenter('und', { granularity: 'grapheme' })
  segmenters.set('und', made)
  return made
}
