/** Puts values into a sentence: `{max}` becomes the value named `max`. */
export function fillWords(sentence: string, values: Record<string, string | number> = {}): string {
  return sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole))
}
