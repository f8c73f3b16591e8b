import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Head } from './seal.ts'

/** A head as it is written down. */
export const headText = ({ count, hash }: Head): string => `${count}:${hash}`

/** A head that was written down; undefined where it is none. */
export function parseHead(text: string): Head | undefined {
  const [, count, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text.trim()) ?? []
  return count && hash ? { count: Number(count), hash } : undefined
}

/**
 * The head that stands in the file; undefined where there is no file.
 * @throws where something else stands in it
 */
export function readHeadFile(file: string | undefined): Head | undefined {
  if (!file || !existsSync(file)) return undefined
  const head = parseHead(readFileSync(file, 'utf8'))
  if (!head) throw new Error(`SILA_AUDIT_HEAD: ${file} does not hold a head of the audit trail`)
  return head
}

/** Writes the head down; another name first, so that a file that is read is always a whole one. */
export function writeHeadFile(file: string, head: Head): void {
  writeFileSync(`${file}.new`, `${headText(head)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** Puts the head aside that was written down of another database: what is restored begins with one of its own. */
export function setHeadFileAside(file: string | undefined): void {
  if (file && existsSync(file)) renameSync(file, `${file}.before-restore`)
}
