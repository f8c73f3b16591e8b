/** An id for an act, kept until the server has said that it is done: sent twice, it happens once. */
export function newId(): string {
  return crypto.randomUUID()
}
