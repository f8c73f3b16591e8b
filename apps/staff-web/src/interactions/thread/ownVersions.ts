const made = new Map<string, Set<number>>()

/** Remembers that this version of the thread came from an act of one's own. */
export function rememberOwn(threadId: string, version: number): void {
  const versions = made.get(threadId) ?? new Set()
  versions.add(version)
  made.set(threadId, versions)
}

/**
 * The version to expect when sending: what the writer had before them, and what they did themselves since.
 * What anybody else did since stays unseen, so that sending stops and shows it.
 */
export function seenVersion(threadId: string, base: number): number {
  const versions = made.get(threadId)
  let seen = base
  while (versions?.has(seen + 1)) seen += 1
  return seen
}
