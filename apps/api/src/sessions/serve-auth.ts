import { toNodeHandler } from 'better-auth/node'
import express from 'express'
import type { Express, Request } from 'express'
import type { Config } from '../config.ts'
import { isOwnOrigin } from '../http/http.ts'
import { addressHeader } from './auth.ts'
import type { Auth } from './auth.ts'
import { waysIn } from './ways-in.ts'

// What our own pages use; the library serves more, and all of that stays shut.
const doors: Record<string, 'GET' | 'POST'> = {
  '/sign-in/email': 'POST',
  '/oidc/start': 'POST',
  '/oidc/callback': 'GET',
  '/sign-out': 'POST',
  '/change-password': 'POST',
  '/two-factor/enable': 'POST',
  '/two-factor/disable': 'POST',
  '/two-factor/verify-totp': 'POST',
  '/two-factor/verify-backup-code': 'POST',
  '/two-factor/generate-backup-codes': 'POST',
  '/passkey/generate-register-options': 'GET',
  '/passkey/verify-registration': 'POST',
  '/passkey/generate-authenticate-options': 'GET',
  '/passkey/verify-authentication': 'POST',
  '/passkey/update-passkey': 'POST',
  '/passkey/delete-passkey': 'POST',
}

// These change who is signed in though they are no acts, or are acts and change nothing.
const changes: Record<string, boolean> = { '/oidc/callback': true, '/oidc/start': false }

type Parts = { auth: Auth; config: Config; onChange: () => void }

/** Serves sign-in under /api/auth: only what our pages use, only as JSON, only to our own origins. */
export function serveAuth(app: Express, { auth, config, onChange }: Parts) {
  const handle = toNodeHandler(auth)
  app.use('/api/auth', express.json({ limit: '32kb', type: 'application/json' }))
  app.get('/api/auth/ways', async (request, response) => {
    response.set('Cache-Control', 'no-store').json(await waysIn(auth, config, request))
  })
  app.all('/api/auth/*splat', async (request, response) => {
    const status = refusal(request, config)
    if (status) {
      response.status(status).json({ code: 'REFUSED' })
      return
    }
    request.headers[addressHeader] = request.ip
    response.set('Cache-Control', 'no-store')
    // A session may have begun or ended, here or elsewhere.
    response.on('finish', () => {
      const changing = changes[pathOf(request)] ?? request.method === 'POST'
      if (changing && response.statusCode < 400) onChange()
    })
    await handle(request, response)
  })
}

const pathOf = (request: Pick<Request, 'path'>) => request.path.slice('/api/auth'.length)

function refusal(request: Request, config: Config): number | undefined {
  const method = doors[pathOf(request)]
  if (!method) return 404
  if (method !== request.method) return 405
  if (!isOwnOrigin(request, config.origins)) return 403
  // Forms of other sites can send text, forms and files, but no JSON.
  return method === 'POST' && !request.is('application/json') ? 415 : undefined
}
