import type { RequestHandler } from 'express'
import type { House } from '../context.ts'
import { read } from '../database/database.ts'
import { shown } from './carriers.ts'
import { compose } from './templates.ts'
import type { PostChannel } from './carriers.ts'
import type { Posted } from './templates.ts'

/** The demonstration's messages, newest first, for developers: what a phone or a mailbox would show. */
export function demoOutbox(house: House): RequestHandler {
  return async (_request, response) => {
    const channels = (['EMAIL', 'SMS'] satisfies PostChannel[]).filter(
      (channel) => house.carriers[channel] === shown,
    )
    const rows = await read<Posted & { state: string }>(house.database.pool, {
      name: 'demo-outbox',
      text: `select id, address, channel, template, language, code_id as "codeId", state, at from outbox
        where channel = any($1::text[]) order by at desc, id desc limit 20`,
      values: [channels],
    })
    const messages = await Promise.all(
      rows.map(async (row) => {
        const letter = await compose(house, row)
        return {
          at: row.at,
          channel: row.channel,
          to: row.address,
          state: row.state,
          text: letter?.text ?? null,
        }
      }),
    )
    response
      .set('Cache-Control', 'no-store')
      .type('json')
      .send(`${JSON.stringify({ messages }, null, 2)}\n`)
  }
}
