/** A place in the feed: the writing transaction, then the event in it. */
export type Position = { xid: string; id: string }

/** Writes a place as an opaque text; the epoch tells one database from a restored one. */
export function makeCursor(epoch: string, position: Position): string {
  return Buffer.from(`${epoch}.${position.xid}.${position.id}`).toString('base64url')
}

/** Reads a cursor; undefined for anything that is none. */
export function readCursor(cursor: string | null | undefined): (Position & { epoch: string }) | undefined {
  const parts = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split('.')
  const [epoch, xid, id] = parts
  if (!epoch || !/^\d{1,20}$/.test(xid ?? '') || !/^[0-9a-f-]{36}$/.test(id ?? '')) return undefined
  return { epoch, xid: xid ?? '', id: id ?? '' }
}
