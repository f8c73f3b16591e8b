import { fileRules } from '@sila/domain/file'
import type { Problem } from '@sila/domain/problem'
import { newId } from '../app/new-id.ts'

/** A file that somebody chose to send along, still on their device. */
export type Chosen = { id: string; file: File }

/** Adds files to those that were chosen; what is wrong with the others is told, and they are left out. */
export function addTo(
  chosen: readonly Chosen[],
  files: Iterable<File>,
): { chosen: Chosen[]; problems: (Problem & { name: string })[] } {
  const next = [...chosen]
  const problems: (Problem & { name: string })[] = []
  for (const file of files) {
    const problem = problemOf(file, next.length)
    if (problem) problems.push({ ...problem, name: file.name })
    else next.push({ id: newId(), file })
  }
  return { chosen: next, problems }
}

function problemOf(file: File, count: number): Problem | undefined {
  const { mostBytes, mostPerMessage } = fileRules
  if (count >= mostPerMessage) return { code: 'FILES_TOO_MANY', values: { max: mostPerMessage } }
  if (file.size === 0) return { code: 'FILE_EMPTY' }
  if (file.size > mostBytes) return { code: 'FILE_TOO_LARGE', values: { max: mostBytes / 1024 / 1024 } }
  return undefined
}
