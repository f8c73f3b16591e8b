import type { Express, Request, Response } from 'express'
import type { Config } from '../config.ts'
import { isId } from '../graphql/connection.ts'
import type { House } from '../context.ts'
import { isOwnOrigin } from '../http/http.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { sendFile } from './download.ts'
import { makeUploads } from './upload.ts'

type Parts = { house: House; sessions: Sessions; config: Pick<Config, 'origins' | 'files'> }

/** Most uploads that run at once, of everybody. */
const mostAtOnce = 100

/** Serves the bytes of files under /files: they come by tus and go by GET. */
export function serveFiles(app: Express, parts: Parts) {
  const upload = makeUploads(parts)
  let running = 0

  // Before GET, which would answer it as well.
  app.head('/files/:id', take)
  app.get('/files/:id', (request, response) => sendFile(parts, request, response, 'whole'))
  app.get('/files/:id/thumb', (request, response) => sendFile(parts, request, response, 'thumb'))
  app.post('/files', take)
  app.all('/files/:id', (request, response) =>
    isId(request.params.id) && ['PATCH', 'DELETE'].includes(request.method)
      ? take(request, response)
      : void response.status(404).type('text').send('There is nothing here.'),
  )

  async function take(request: Request, response: Response): Promise<void> {
    // A method that is written over the real one would pass what is asked of the real one.
    if (!isOwnOrigin(request, parts.config.origins) || request.headers['x-http-method-override']) {
      response.status(403).type('text').send('Not from here.')
      return
    }
    if (running >= mostAtOnce) {
      response.status(503).set('retry-after', '5').type('text').send('Many files are arriving. Try again.')
      return
    }
    running += 1
    response.once('close', () => (running -= 1))
    // Whoever sends nothing for so long holds a place that others need; what has come stays, and goes on later.
    request.setTimeout(parts.config.files.patience, () => request.destroy())
    await upload(request, response)
  }
}
