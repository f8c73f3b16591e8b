import { join } from 'node:path'
import { portalLanguages } from '@sila/domain/language'
import compression from 'compression'
import express from 'express'
import type { Express, Request, RequestHandler, Response } from 'express'
import { askedLanguage } from './http.ts'
import { workerPolicy } from './page-policy.ts'
import { openPages } from './pages.ts'
import type { Pages } from './pages.ts'

/** Serves the built portal at / and the staff app at /staff. */
export function serveClients(app: Express, root: string) {
  const staff = join(root, 'staff-web', 'dist')
  const portal = join(root, 'portal', 'dist')
  const staffPages = openPages(staff)
  const portalPages = openPages(portal)
  app.use(compression())
  app.use('/staff/assets', files(join(staff, 'assets'), { immutable: true, maxAge: '1y' }))
  app.use('/staff', files(staff))
  app.get(['/staff', '/staff/*splat'], (request, response) =>
    staffPages.send(request, response, '', isExplorer(request) ? 'explorer' : 'app'),
  )

  app.use('/assets', files(join(portal, 'assets'), { immutable: true, maxAge: '1y' }))
  app.get('/', (request, response) => response.redirect(302, `/${askedLanguage(request)}/`))
  app.use(files(portal))
  app.get('/*splat', (request, response) => sendPortalPage(request, response, portalPages))
}

const isExplorer = ({ path }: Pick<Request, 'path'>) => /^\/staff\/explorer\/?$/.test(path)

/** Files as they lie there, but for pages, which never go out without a nonce. */
function files(folder: string, options: { immutable?: boolean; maxAge?: string } = {}): RequestHandler {
  const send = express.static(folder, {
    ...options,
    index: false,
    redirect: false,
    setHeaders(response, file) {
      if (file.endsWith('.js')) response.setHeader('Content-Security-Policy', workerPolicy)
    },
  })
  return (request, response, next) =>
    /\.html?$/i.test(decoded(request.path)) ? next() : send(request, response, next)
}

/** A prerendered page where there is one, else the shell of its section, else the page that says there is nothing. */
function sendPortalPage(request: Request, response: Response, pages: Pages) {
  const [language = '', ...path] = request.path.split('/').filter(Boolean)
  if (!portalLanguages.some((code) => code === language)) {
    response.redirect(302, `/${askedLanguage(request)}/`)
    return
  }
  const exact = [language, ...path].join('/')
  // All tracked matters share one page: which one it is, only the browser knows.
  const tracked = `${language}/t/track`
  const missing = `${language}/404`
  if (pages.has(exact)) pages.send(request, response, exact)
  else if (path[0] === 't' && path.length === 2 && pages.has(tracked)) pages.send(request, response, tracked)
  else pages.send(request, response.status(404), pages.has(missing) ? missing : language)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
