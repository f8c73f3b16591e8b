import type { FormDefinition } from '@sila/domain/form'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'
import { ofHouse } from '../walls/actor.ts'
import { exportPerson } from './person.export.ts'
import { personKeys, rotateKeys } from './person-key.ts'
import { makeSeals, seal, unseal } from '../keys/seal.ts'
import { openAnswers, sealAnswers } from './sealed-answers.ts'

const api = useApi()
const number = '2000000006'
const form: FormDefinition = {
  $id: 'visa',
  version: 1,
  schema: {
    type: 'object',
    properties: { iqama: { type: 'string', format: 'identity' }, city: { type: 'string' } },
    required: [],
  },
  pages: [],
  i18n: {},
}
const secret = 'a secret of thirty-two signs and more'
const key = Buffer.alloc(32, 7)

describe('what is sealed', () => {
  const sealed = seal(key, 'request:1:answers.iqama', Buffer.from(number))

  test('opens in its place with its key, and is another each time', () => {
    expect(unseal(key, 'request:1:answers.iqama', sealed).toString()).toBe(number)
    expect(seal(key, 'request:1:answers.iqama', Buffer.from(number)).equals(sealed)).toBe(false)
  })

  test('attack: moved to the row of somebody else, or altered by a bit, it does not open', () => {
    expect(() => unseal(key, 'request:2:answers.iqama', sealed)).toThrow()
    expect(() => unseal(Buffer.alloc(32, 8), 'request:1:answers.iqama', sealed)).toThrow()
    for (let at = 0; at < sealed.length; at++) {
      const altered = Buffer.from(sealed)
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at)
      expect(() => unseal(key, 'request:1:answers.iqama', altered), String(at)).toThrow()
    }
  })
})

describe('an identity number in the answers of a request', () => {
  const id = uuidv7()
  const requestId = uuidv7()
  const house = () => ofHouse(api.house)
  const stored = async () =>
    (
      await api.sql<{ answers: Record<string, unknown> }>('select answers from request where id = $1', [
        requestId,
      ])
    )[0]?.answers ?? {}
  const read = async (whole: boolean) => {
    const row = { id: requestId, beneficiaryId: id, answers: await stored() }
    await openAnswers(house().pool, api.house.seals, [row], whole)
    return row.answers
  }

  beforeAll(async () => {
    await api.sql(
      `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, since)
        values ($1, 'B-2', 'Sana', 'sana', '{}', 'INDIVIDUAL', 'en', '{en}', now())`,
      [id],
    )
    const answers = await house()
      .orm.em.fork()
      .transactional((em) =>
        sealAnswers(
          em,
          api.house.seals,
          { requestId, beneficiaryId: id, form },
          { iqama: ' ٢٠٠٠٠٠٠٠٠٦', city: 'Badr' },
        ),
      )
    await api.sql(
      `insert into request (id, reference, service_key, status, form_version, answers, submitted_at, search_text, language, beneficiary_id, last_activity_at, open)
        select $1, 'R-2', key, 'CLOSED', 1, $2, now(), '', 'en', $3, now(), false from service limit 1`,
      [requestId, JSON.stringify(answers), id],
    )
  })

  test('stands nowhere in the clear, and is found again by its mark', async () => {
    expect(JSON.stringify(await stored())).not.toContain(number)
    expect(await stored()).toMatchObject({ city: 'Badr', iqama: { sealed: expect.any(String) } })
    const found = await api.sql('select beneficiary_id from identity_mark where mark = $1', [
      api.house.seals.mark(number),
    ])
    expect(found).toEqual([{ beneficiary_id: id }])
  })

  test('is read whole by whoever reviews requests, and by its end by everybody else', async () => {
    expect(await read(true)).toEqual({ iqama: number, city: 'Badr' })
    expect(await read(false)).toEqual({ iqama: '••••••0006', city: 'Badr' })
  })

  test('is in the copy that its person gets', async () => {
    const copy = await exportPerson(house().pool, api.house.seals, id, new Date())
    expect(JSON.stringify(copy.tables['request'])).toContain(number)
  })

  test('survives a rotation, after which the old master opens nothing', async () => {
    const next = makeSeals(secret, [
      'another master key of thirty-two signs',
      'only for demonstration data, never for a real association',
    ])
    expect(await rotateKeys(house().pool, next)).toBe(1)
    expect(await rotateKeys(house().pool, next)).toBe(0)
    const row = { id: requestId, beneficiaryId: id, answers: await stored() }
    await openAnswers(house().pool, next, [row], true)
    expect(row.answers).toMatchObject({ iqama: number })
    await expect(personKeys(house().pool, api.house.seals, [id])).rejects.toThrow('SILA_MASTER_KEY_BEFORE')
  })

  test('opens to nobody once the key of the person is destroyed, in a copy of the table too', async () => {
    await api.sql('delete from person_key where beneficiary_id = $1', [id])
    expect(await read(true)).toEqual({ iqama: null, city: 'Badr' })
  })
})
