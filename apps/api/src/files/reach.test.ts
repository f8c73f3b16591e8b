import { beforeAll, describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { dump } from '../testing/canary.ts'
import { makeDevice } from '../testing/device.ts'
import { becomeKnown, provenDevice } from '../testing/proving.ts'
import { askTicket, begin, bring, linkAsHolder, pdf, sendWhole, stateOf } from '../testing/uploads.ts'
import type { Held } from '../testing/uploads.ts'
import { checkFile } from './index.ts'
import { rotateFileKeys } from './file-key.ts'
import { makeSeals } from '../keys/seal.ts'

const api = useApi()
const erase = `mutation ($input: PersonEraseInput!) { personErase(input: $input) { rows problems { code } } }`
const copy = `mutation ($input: MineActInput!) { mineExport(input: $input) { export problems { code } } }`
const leave = `mutation ($input: MineLeaveInput!) { mineLeave(input: $input) { problems { code } } }`
const disable = `mutation ($id: ID!, $input: AccountActInput!) { staffDisable(id: $id, input: $input) { problems { code } } }`

const open = (path: string, cookie?: string) =>
  fetch(`${api.url}${path}`, { headers: cookie ? { cookie } : {} })
const linkFor = async (held: Held, fileId: string): Promise<string> => {
  const { data } = await api.guest.ask(linkAsHolder, { input: { ...held, fileId } })
  return data.trackedFileLink.path
}
const personOf = async (name: string) => {
  const [row] = await api.sql<{ id: string }>('select id from beneficiary where name = $1', [name])
  return row?.id ?? ''
}

let maryam: Held
let omar: Held
let hers: string
let his: string

beforeAll(async () => {
  maryam = await becomeKnown(api, { name: 'Maryam Yusuf', phone: '0551239101' })
  omar = await becomeKnown(api, { name: 'Omar Farouk', phone: '0551239102' })
  hers = await sendWhole(api, maryam, pdf('canary-of-maryam'), 'maryam-canary.pdf')
  his = await sendWhole(api, omar, pdf('canary-of-omar'), 'omar.pdf')
})

describe('IDOR: a file is opened', () => {
  test('by no guest, whoever they say they are', async () => {
    for (const path of [
      `/files/${hers}`,
      `/files/${hers}/thumb`,
      `/files/${hers}?pass=`,
      `/files/${hers}?pass=x.y.z`,
    ])
      expect([path, (await open(path)).status]).toEqual([path, 404])
  })

  test('by nobody who holds another matter: neither by their own link nor by one for this file', async () => {
    const path = await linkFor(omar, his)
    expect((await open(path)).status).toBe(200)
    expect((await open(path.replace(his, hers))).status).toBe(404)
    expect((await open(await linkFor(omar, hers))).status).toBe(404)
  })

  test('by whoever proved to be the person, and by no other beneficiary', async () => {
    const [mine, other] = [await provenDevice(api, '0551239101'), await provenDevice(api, '0551239102')]
    const cookieOf = (device: { token(): string | undefined }) => `sila.mine=${device.token()}`
    expect((await open(`/files/${hers}`, cookieOf(mine))).status).toBe(200)
    expect((await open(`/files/${hers}`, cookieOf(other))).status).toBe(404)
    expect((await open(`/files/${his}`, cookieOf(other))).status).toBe(200)
  })

  test('by no proven person any more who has left', async () => {
    const mine = await provenDevice(api, '0551239101')
    const cookie = `sila.mine=${mine.token()}`
    expect((await open(`/files/${hers}`, cookie)).status).toBe(200)
    await mine.ask(leave, { input: { everywhere: false } })
    expect((await open(`/files/${hers}`, cookie)).status).toBe(404)
  })

  test('by no other team, and by it again once the matter is theirs', async () => {
    const hind = await api.as('hind')
    expect((await open(`/files/${hers}`, hind.cookie)).status).toBe(200)
    const [department, team] = [crypto.randomUUID(), crypto.randomUUID()]
    await api.sql(`insert into department (id, name) values ($1, '{"en": "Elsewhere"}')`, [department])
    await api.sql(
      `insert into team (id, name, languages, department_id) values ($1, '{"en": "Far"}', '{en}', $2)`,
      [team, department],
    )
    const move = (to: string | null) =>
      api.sql(`update interaction set team_id = $1 where reference = $2`, [to, maryam.reference])
    await move(team)
    expect((await open(`/files/${hers}`, hind.cookie)).status).toBe(404)
    await move(null)
    expect((await open(`/files/${hers}`, hind.cookie)).status).toBe(200)
  })

  test('by nobody outside the circle of a sensitive matter, and never by whom a complaint is about', async () => {
    const hind = await api.as('hind')
    const set = (fields: string) =>
      api.sql(`update interaction set ${fields} where reference = $1`, [maryam.reference])
    await set(`sensitivity = 'COUNSELLING', assignee_id = '${api.idOf('salem')}'`)
    expect((await open(`/files/${hers}`, hind.cookie)).status).toBe(404)
    await set(`circle = '{${api.idOf('hind')}}'`)
    expect((await open(`/files/${hers}`, hind.cookie)).status).toBe(200)
    await set(`about_staff_id = '${api.idOf('hind')}'`)
    expect((await open(`/files/${hers}`, hind.cookie)).status).toBe(404)
    await set(`about_staff_id = null, sensitivity = null, circle = '{}', assignee_id = null`)
  })

  test('by nobody who reads masked, though the matter stands in their list', async () => {
    const huda = await api.as('huda')
    expect((await open(`/files/${hers}`, huda.cookie)).status).toBe(404)
  })

  test('by no colleague who was disabled, from the next request on', async () => {
    const hind = await api.as('hind')
    const admin = await api.as('admin')
    expect((await open(`/files/${hers}`, hind.cookie)).status).toBe(200)
    const { data, errors } = await admin.ask(disable, {
      id: api.idOf('hind'),
      input: { clientMutationId: key() },
    })
    expect([errors, data?.staffDisable?.problems]).toEqual([undefined, []])
    expect((await open(`/files/${hers}`, hind.cookie)).status).toBe(404)
  })

  test('by nobody before it was looked through', async () => {
    const bytes = pdf()
    const given = await askTicket(api.guest, omar, bytes, 'b.pdf')
    await begin(api, given.ticket, bytes.length)
    await bring(api, given, bytes)
    const salem = await api.as('salem')
    expect((await open(`/files/${given.fileId}`, salem.cookie)).status).toBe(404)
    expect((await open(await linkFor(omar, given.fileId))).status).toBe(404)
  })
})

describe('limits', () => {
  test('a network sends no more in a day than is set, whatever it is asked for', async () => {
    const node = await api.anotherNode({ SILA_GUEST_LIMITS: '1' })
    const taken = await api.sql(`select key from rate_limit where key like 'fileSize:%'`)
    expect(taken).toEqual([])
    const device = makeDevice(() => node)
    const size = 10 * 1024 * 1024
    const statuses: number[] = []
    for (let turn = 0; turn < 21; turn += 1) {
      // As if others of the same network sent the ones before.
      const { ticket } = await askTicket(device, omar, size)
      const answer = await fetch(`${node}/files`, {
        method: 'POST',
        headers: { 'tus-resumable': '1.0.0', 'upload-ticket': ticket, 'upload-length': String(size) },
      })
      statuses.push(answer.status)
      await api.sql(`delete from file where state = 'RECEIVING'`)
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(20)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('the person', () => {
  test('finds their files in their copy, contents and all, and nobody else’s', async () => {
    const mine = await provenDevice(api, '0551239101')
    const { data } = await mine.ask(copy, { input: { clientMutationId: key() } })
    const { file } = data.mineExport.export.tables
    expect(file).toHaveLength(1)
    expect(file[0]).toMatchObject({ name: 'maryam-canary.pdf', type: 'PDF' })
    expect(Buffer.from(file[0].content, 'base64').toString()).toContain('canary-of-maryam')
    expect(JSON.stringify(data)).not.toContain(Buffer.from('canary-of-omar').toString('base64').slice(0, 12))
  })

  test('keeps their files where the master key of the house is turned over', async () => {
    const input = {
      clientMutationId: key(),
      kind: 'INQUIRY',
      text: 'Nobody knows me.',
      language: 'en',
      anonymous: true,
    }
    const { data } = await api.guest.ask(
      `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference secret } } }`,
      { input },
    )
    const held: Held = data.interactionSubmit.receipt
    const id = await sendWhole(api, held, pdf('of nobody known'), 'a.pdf')
    const [row] = await api.sql('select key_of, master from file where id = $1', [id])
    expect(row).toEqual({ key_of: null, master: api.house.seals.master.name })
    const before = api.house.seals
    const secret = 'only for demonstration data, never for a real association'
    const anew = makeSeals(secret, ['the next master key of the house, long enough', secret])
    expect(await rotateFileKeys(api.house.database.pool, anew)).toBe(1)
    api.house.seals = anew
    expect((await open(await linkFor(held, id))).status).toBe(200)
    expect(await rotateFileKeys(api.house.database.pool, { ...anew, master: before.master })).toBe(1)
    api.house.seals = before
  })

  test('who is erased takes every byte along: row, key, disk, and what was still on its way', async () => {
    const path = await linkFor(maryam, hers)
    const bytes = pdf('canary on its way')
    const under = await askTicket(api.guest, maryam, bytes, 'under-way-canary.pdf')
    await begin(api, under.ticket, bytes.length)
    await bring(api, under, bytes.subarray(0, 30))
    const late = await askTicket(api.guest, maryam, bytes, 'late.pdf')
    const kept = await api.house.files.kept.get(hers, 'whole')
    expect(kept).toBeDefined()

    const dalal = await api.as('dalal')
    const input = { clientMutationId: key(), beneficiaryId: await personOf('Maryam Yusuf'), ground: 'ASKED' }
    const { data } = await dalal.ask(erase, { input })
    expect(data.personErase.problems).toEqual([])

    expect((await open(path)).status).toBe(404)
    const salem = await api.as('salem')
    expect((await open(`/files/${hers}`, salem.cookie)).status).toBe(404)
    expect(await api.house.files.kept.get(hers, 'whole')).toBeUndefined()
    expect(await api.house.files.arriving.getUpload(under.fileId).catch(() => 'gone')).toBe('gone')
    expect((await bring(api, under, bytes.subarray(30), 30)).status).toBe(404)
    expect((await begin(api, late.ticket, bytes.length)).status).toBe(404)
    await checkFile(api.house, under.fileId)
    expect(await stateOf(api, under.fileId)).toBeUndefined()
    const left = await dump(api)
    expect(left).not.toMatch(/maryam-canary|under-way-canary/u)
    // What a backup of the folder still holds opens with no key that is left.
    const keys = await api.sql('select from person_key where beneficiary_id = $1', [input.beneficiaryId])
    expect(keys).toEqual([])
    expect((await open(await linkFor(omar, his))).status).toBe(200)
  })
})
