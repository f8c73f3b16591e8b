import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import type { House } from '../context.ts'
import { read } from '../database/database.ts'
import { executeIn } from '../events.ts'
import { NotSent, Refusal } from './carriers.ts'
import { compose } from './templates.ts'
import type { Posted } from './templates.ts'

/** A message that is to leave the house. */
export type Message = Pick<Posted, 'address' | 'channel' | 'template' | 'language'> & { codeId?: string }

/** Puts a message into the outbox and queues its sending, in the transaction of the act that wants it. */
export async function postLater(house: House, em: EntityManager, message: Message, now: Date): Promise<void> {
  const id = uuidv7()
  await em.execute(
    `insert into outbox (id, address, channel, template, language, code_id, state, at) values (?, ?, ?, ?, ?, ?, 'INTENT', ?)`,
    [
      ...[id, message.address, message.channel, message.template, message.language],
      ...[message.codeId ?? null, now],
    ],
  )
  await house.jobs.deliverLater(executeIn(em), id)
}

/**
 * Sends one message. Before it is handed over it counts as UNKNOWN, so that whatever ends the process in between, it is
 * not sent a second time; only what surely did not leave is tried again. Its words are made before: where they cannot be
 * made, nothing was handed over.
 */
export async function deliver(house: House, id: string): Promise<void> {
  const { pool } = house.database
  const [message] = await read<Posted>(pool, {
    name: 'outbox-message',
    text: `select id, address, channel, template, language, code_id as "codeId", at from outbox
      where id = $1 and state = 'INTENT'`,
    values: [id],
  })
  if (!message) return
  const letter = await compose(house, message)
  const claimed = await read(pool, {
    name: 'outbox-claim',
    text: `update outbox set state = 'UNKNOWN' where id = $1 and state = 'INTENT' returning id`,
    values: [id],
  })
  if (claimed.length === 0) return
  if (!letter) return forget(house, message)
  try {
    const { state, receipt } = await house.carriers[message.channel](letter)
    await settle(house, id, state, { receipt, sentAt: house.now() })
  } catch (error) {
    if (error instanceof NotSent) {
      await settle(house, id, 'INTENT', { reason: error.code })
      throw error
    }
    if (error instanceof Refusal) await settle(house, id, 'REFUSED', { reason: error.code })
    else await settle(house, id, 'UNKNOWN', { reason: codeOf(error) })
  }
}

// Nobody is to have it: neither it nor the address is kept.
async function forget(house: House, { id, codeId }: Posted): Promise<void> {
  const { pool } = house.database
  await pool.query(`delete from outbox where id = $1`, [id])
  if (codeId) await pool.query(`delete from one_time_code where id = $1`, [codeId])
}

type Settled = { receipt?: string | undefined; sentAt?: Date; reason?: string }

async function settle(house: House, id: string, state: string, { receipt, sentAt, reason }: Settled) {
  await house.database.pool.query(
    `update outbox set state = $2, receipt = $3, sent_at = $4, reason = $5 where id = $1`,
    [id, state, receipt ?? null, sentAt ?? null, reason ?? null],
  )
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code).slice(0, 64) : 'UNKNOWN'
}
