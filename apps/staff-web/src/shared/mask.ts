/** A number with its middle covered: enough to recognise it, not enough to copy it from over a shoulder. */
export function maskPhone(value: string): string {
  const found = /^(\+\d{3})(\d)(\d+)(\d{4})$/u.exec(value)
  if (!found) return value
  const [, country, first, , last] = found
  return `${country} ${first}• ••• ${last}`
}
