import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { portalLanguages } from '@sila/domain/language'
import compression from 'compression'
import express from 'express'
import type { Express, Request, Response } from 'express'
import { askedLanguage } from './http.ts'

const forEver = { immutable: true, maxAge: '1y' } as const

/** Serves the built portal at / and the staff app at /staff. */
export function serveClients(app: Express, root: string) {
  const staff = join(root, 'staff-web', 'dist')
  const portal = join(root, 'portal', 'dist')
  app.use(compression())
  app.use('/staff/assets', express.static(join(staff, 'assets'), forEver))
  app.use('/staff', express.static(staff, { index: false }))
  app.get(['/staff', '/staff/*splat'], (_request, response) => sendPage(response, join(staff, 'index.html')))

  app.use('/assets', express.static(join(portal, 'assets'), forEver))
  app.get('/', (request, response) => response.redirect(302, `/${askedLanguage(request)}/`))
  app.use(express.static(portal, { index: 'index.html', redirect: false }))
  app.get('/*splat', (request, response) => sendPortalPage(request, response, portal))
}

/** A prerendered page where there is one, else the shell of its section, else the page that says there is nothing. */
function sendPortalPage(request: Request, response: Response, portal: string) {
  const [language = '', ...path] = request.path.split('/').filter(Boolean)
  if (!portalLanguages.some((code) => code === language)) {
    response.redirect(302, `/${askedLanguage(request)}/`)
    return
  }
  const exact = join(portal, language, ...path, 'index.html')
  const safe = path.every((segment) => /^[\w-]+$/.test(segment))
  // All tracked matters share one page: which one it is, only the browser knows.
  const tracked = join(portal, language, 't', 'track', 'index.html')
  if (safe && existsSync(exact)) sendPage(response, exact)
  else if (path[0] === 't' && path.length === 2 && existsSync(tracked)) sendPage(response, tracked)
  else {
    response.status(404)
    const missing = join(portal, language, '404', 'index.html')
    sendPage(response, existsSync(missing) ? missing : join(portal, language, 'index.html'))
  }
}

function sendPage(response: Response, file: string) {
  response.set('Cache-Control', 'no-cache').sendFile(file, { dotfiles: 'allow' })
}
