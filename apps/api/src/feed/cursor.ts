/** A place in the feed: the writing transaction, then the event in it. */
export type Position = { xid: string; id: string }

/** Writes a place as an opaque text; the epoch tells one database from a restored one. */
export function makeCursor(epoch: string, position: Position): string {
  return Buffer.from(`${epoch}.${position.xid}.${position.id}`).toString('base64url')
}

const event = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const transaction = /^\d{1,20}$/
const largest = 2n ** 64n - 1n

/** Reads a cursor; undefined for anything that is none, also for what the database could not read as a place. */
export function readCursor(cursor: string | null | undefined): (Position & { epoch: string }) | undefined {
  const parts = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split('.')
  const [epoch, xid = '', id = ''] = parts
  if (!epoch || !event.test(id) || !transaction.test(xid) || BigInt(xid) > largest) return undefined
  return { epoch, xid, id }
}
