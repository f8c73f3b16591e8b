/** Day, month and year of a moment in Riyadh, as numbers, in one calendar. */
export function dayIn(calendar: 'islamic-umalqura' | 'gregory', moment: Date): { day: string; year: string } {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    day: 'numeric',
    year: 'numeric',
    timeZone: 'Asia/Riyadh',
  })
  const parts = format.formatToParts(moment)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return { day: part('day'), year: part('year') || part('relatedYear') }
}
