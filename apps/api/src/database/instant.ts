const zero = 48

/**
 * Reads a timestamptz as PostgreSQL writes it ("2026-11-22 09:05:07.123456+00"). A page holds hundreds of them, and a
 * pattern for each costs more than the rest of the row; whatever does not look so is left to `otherwise`.
 */
export function readInstant(text: string, otherwise: (text: string) => Date): Date {
  const sign = text.length - 3
  const plus = text.charCodeAt(sign)
  const whole = text.charCodeAt(4) === 45 && text.charCodeAt(10) === 32 && text.charCodeAt(16) === 58
  if (!whole || (plus !== 43 && plus !== 45) || sign > 26) return otherwise(text)
  const hours = two(text, sign + 1) * (plus === 43 ? 1 : -1)
  const year = two(text, 0) * 100 + two(text, 2)
  const at = Date.UTC(
    year,
    two(text, 5) - 1,
    two(text, 8),
    two(text, 11) - hours,
    two(text, 14),
    two(text, 17),
    thousandths(text, sign),
  )
  // Date.UTC takes 0 to 99 for years of the last century.
  return year > 99 && Number.isFinite(at) ? new Date(at) : otherwise(text)
}

function two(text: string, at: number): number {
  return (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero
}

// The first three digits behind the point; PostgreSQL leaves zeros at the end away.
function thousandths(text: string, end: number): number {
  let value = 0
  for (let at = 20, worth = 100; at < end && worth >= 1; at += 1, worth /= 10) {
    value += (text.charCodeAt(at) - zero) * worth
  }
  return value
}
