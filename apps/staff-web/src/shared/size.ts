/** How large a file is, as a person says it. */
export function sizeOf(bytes: number, language: string): string {
  const large = bytes >= 1_000_000
  return new Intl.NumberFormat(`${language}-u-nu-latn`, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: large ? 1 : 0,
  }).format(large ? bytes / 1_000_000 : Math.max(1, bytes / 1000))
}
