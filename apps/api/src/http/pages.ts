import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Request, Response } from 'express'
import { makeNonce, noncePlace, pagePolicy } from './page-policy.ts'

/** The built pages of one app: each answer is the page with a nonce of its own, and the policy that names it. */
export type Pages = {
  has(path: string): boolean
  /** Sends the page of this folder, `''` for the first. */
  send(request: Request, response: Response, path: string, kind?: 'app' | 'explorer'): void
}

/** Knows the pages below a folder; each is read once and kept in the pieces between which the nonce goes. */
export function openPages(folder: string): Pages {
  const known = new Set(existsSync(folder) ? pagesIn(folder) : [])
  const read = new Map<string, string[]>()

  function piecesOf(path: string): string[] {
    const kept = read.get(path)
    if (kept) return kept
    const pieces = readFileSync(join(folder, path, 'index.html'), 'utf8').split(noncePlace)
    read.set(path, pieces)
    return pieces
  }

  return {
    has: (path) => known.has(path),
    send(request, response, path, kind) {
      const nonce = makeNonce()
      response
        .set({
          'Content-Security-Policy': pagePolicy(nonce, request.headers.host, kind),
          // Asked for anew each time, and without a tag by which an old page would get a new header.
          'Cache-Control': 'private, no-cache',
        })
        .type('html')
        // Express's own `send` would answer "not modified" where somebody asks for anything that matches.
        .end(piecesOf(path).join(nonce))
    },
  }
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .map((file) => file.replace(/\/?index\.html$/, ''))
}
