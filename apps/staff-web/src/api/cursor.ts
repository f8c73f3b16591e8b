/** The cursor of a feed item, wherever in the answer the feed's field is. */
export function cursorIn(data: Record<string, unknown> | null | undefined): string | undefined {
  for (const value of Object.values(data ?? {})) {
    if (typeof value !== 'object' || value === null || !('cursor' in value)) continue
    if (typeof value.cursor === 'string') return value.cursor
  }
  return undefined
}
