import { timingSafeEqual } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { codeRules, parseCode } from '@sila/domain/code'
import type { Problem } from '@sila/domain/problem'
import { v4 as uuidv4 } from 'uuid'
import { isId } from '../graphql/connection.ts'
import type { Context, House } from '../context.ts'
import { read } from '../database/database.ts'
import { postLater } from '../outbox/index.ts'
import { tooOften } from '../limits/too-often.ts'
import { ofHouse } from '../walls/actor.ts'
import { readAddress } from '../beneficiaries/addresses.ts'
import type { Address } from '../beneficiaries/addresses.ts'

/** What came of asking for a code: the ticket under which it is proven, or what to put right. */
export type Asked = { ticket?: string; problems: Problem[] }

/**
 * Asks for a code to a phone or an e-mail. Whoever is not known gets the same answer in the same time, because nobody is
 * looked up here; the job that sends looks, and sends nothing to a stranger. `forWhom` adds the address to a record.
 */
export async function askForCode(ctx: Context, input: string, forWhom?: string): Promise<Asked> {
  const address = readAddress(input)
  if ('length' in address) return { problems: address }
  const refused = await counted(ctx, address)
  if (refused.length > 0) return { problems: refused }

  const { house, now } = ctx
  // Nobody else can guess at it, and nobody else's guesses use it up: who asked alone holds its ticket.
  const id = uuidv4()
  await ofHouse(house)
    .orm.em.fork()
    .transactional(async (em) => {
      await em.execute(
        `insert into one_time_code (id, address, type, beneficiary_id, at, expires_at) values (?, ?, ?, ?, ?, ?)`,
        [
          id,
          address.value,
          address.type,
          forWhom ?? null,
          now,
          new Date(now.getTime() + codeRules.minutes * 60_000),
        ],
      )
      // What is a day old says nothing any more.
      await em.execute(`delete from one_time_code where expires_at < ?`, [
        new Date(now.getTime() - 86_400_000),
      ])
      const channel = address.type === 'EMAIL' ? 'EMAIL' : 'SMS'
      await postLater(
        house,
        em,
        {
          ...{ address: address.value, channel, template: 'CODE', language: ctx.language, codeId: id },
        },
        now,
      )
    })
  return { ticket: id, problems: [] }
}

// A network first, so that one cannot use up the day of a phone; then the phone, however many networks ask; then all.
async function counted(ctx: Context, { value }: Address): Promise<Problem[]> {
  const { limits, keys } = ctx.house
  const often = await tooOften(ctx, 'code')
  if (often.length > 0) return often
  const wait =
    (await limits.take('codeAddress', keys.blind(`address ${value}`))) ??
    (await limits.take('codeAll', 'all'))
  return wait === undefined ? [] : [{ code: 'TOO_MANY_TRIES', values: { minutes: wait } }]
}

/** A code that was compared and found right. */
export type Proof = Address & { id: string; beneficiaryId: string | null }

/**
 * Compares a code. The row counts the tries before anything is compared, one after the other however many come at once,
 * so no more than five ever are; an unknown, an expired, a used one and a wrong guess read the same.
 */
export async function compareCode(house: House, ticket: string, typed: string): Promise<Proof | undefined> {
  const given = parseCode(typed)
  if (!given || !isId(ticket)) return undefined
  const [code] = await read<Proof>(ofHouse(house).pool, {
    name: 'code-try',
    text: `update one_time_code set tries = tries + 1
      where id = $1 and tries < ${codeRules.tries} and used_at is null and expires_at > $2
      returning id, type, address as value, beneficiary_id as "beneficiaryId"`,
    values: [ticket, house.now()],
  })
  if (!code) return undefined
  const right = Buffer.from(house.keys.oneTimeCode(code.id))
  return timingSafeEqual(right, Buffer.from(given)) ? code : undefined
}

/** Uses a right code up; false where another was quicker. */
export async function useCode(em: EntityManager, proof: Proof, now: Date): Promise<boolean> {
  const used = await em.execute<{ id: string }[]>(
    `update one_time_code set used_at = ? where id = ? and used_at is null returning id`,
    [now, proof.id],
  )
  return used.length === 1
}
