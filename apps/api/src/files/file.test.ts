import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { becomeKnown } from '../testing/proving.ts'
import {
  askTicket,
  begin,
  bring,
  linkAsHolder,
  pdf,
  photo,
  sendWhole,
  stateOf,
  ticketAsStaff,
  tus,
} from '../testing/uploads.ts'
import type { Given, Held } from '../testing/uploads.ts'
import { checkFile, sweepFiles } from './index.ts'

const api = useApi()
const tracked = `query ($reference: String!, $secret: String!) { tracked(reference: $reference, secret: $secret) {
  entries(first: 20) { nodes { id type files { id name size type state refusal } } } } }`
const thread = `query ($id: ID!) { interaction(id: $id) { entries(first: 20) { nodes { id type event files { id name state } } } } }`
const answer = `mutation ($id: ID!, $input: InteractionAnswerInput!) { interactionAnswer(id: $id, input: $input) { problems { code } } }`
const take = `mutation ($id: ID!, $input: InteractionActInput!) { interactionTake(id: $id, input: $input) { problems { code } } }`
const note = `mutation ($id: ID!, $input: InteractionNoteInput!) { interactionNote(id: $id, input: $input) { problems { code } } }`

let held: Held
let matter: string

const filesOf = async () => {
  const { data } = await api.guest.ask(tracked, held)
  return data.tracked.entries.nodes.flatMap((line: any) => line.files)
}

beforeAll(async () => {
  held = await becomeKnown(api, { name: 'Maryam Yusuf', phone: '0551239001' })
  const [row] = await api.sql<{ id: string }>('select id from interaction where reference = $1', [
    held.reference,
  ])
  matter = row?.id ?? ''
})

describe('a file that somebody sends', () => {
  test('goes on where it stopped, and stands with its words once it was looked through', async () => {
    const bytes = await photo(200)
    const given = await askTicket(api.guest, held, bytes, 'صورة الباب.jpg')
    const opened = await begin(api, given.ticket, bytes.length)
    expect([opened.status, opened.headers.get('location')]).toEqual([201, `/files/${given.fileId}`])
    const cut = 5000
    expect((await bring(api, given, bytes.subarray(0, cut))).status).toBe(204)
    const asked = await tus(api, 'HEAD', `/files/${given.fileId}`, { 'upload-ticket': given.ticket })
    expect(asked.headers.get('upload-offset')).toBe(String(cut))
    expect(await filesOf()).toEqual([])
    expect((await bring(api, given, bytes.subarray(cut), cut)).status).toBe(204)
    expect(await filesOf()).toMatchObject([{ name: 'صورة الباب.jpg', state: 'CHECKING', size: bytes.length }])
    await checkFile(api.house, given.fileId)
    expect(await filesOf()).toMatchObject([{ state: 'RELEASED', type: 'JPEG', refusal: null }])
    const [event] = await api.sql('select visibility from event where type = $1', ['interaction.fileAdded'])
    expect(event).toEqual({ visibility: 'PUBLIC' })
    // Whoever lost the last answer hears that all of it came.
    const again = await tus(api, 'HEAD', `/files/${given.fileId}`, { 'upload-ticket': given.ticket })
    expect([again.status, again.headers.get('upload-offset')]).toEqual([200, String(bytes.length)])
  })

  test('is told as arrived to a second line that brings it again, from the beginning or to the end', async () => {
    const mine = await becomeKnown(api, { name: 'Hamid Karimi', phone: '0551239005' })
    const bytes = pdf('twice')
    const given = await askTicket(api.guest, mine, bytes, 'a.pdf')
    await begin(api, given.ticket, bytes.length)
    expect((await bring(api, given, bytes)).status).toBe(204)
    // The protocol's word for a place that is not where the upload stands; a client then asks where it is.
    expect((await bring(api, given, bytes)).status).toBe(409)
    // As it lies when the line broke after the last byte, before anybody noted that it came.
    await api.sql(`update file set state = 'RECEIVING' where id = $1`, [given.fileId])
    const asked = await tus(api, 'HEAD', `/files/${given.fileId}`, { 'upload-ticket': given.ticket })
    expect([asked.status, asked.headers.get('upload-offset')]).toEqual([200, String(bytes.length)])
    expect(await stateOf(api, given.fileId)).toMatchObject({ state: 'CHECKING' })
  })

  test('is seen by staff in the thread, and opened by them; that is a look', async () => {
    const salem = await api.as('salem')
    const { data } = await salem.ask(thread, { id: matter })
    const [first] = data.interaction.entries.nodes
    expect(first).toMatchObject({
      type: 'FROM_BENEFICIARY',
      files: [{ name: 'صورة الباب.jpg', state: 'RELEASED' }],
    })
    expect(data.interaction.entries.nodes.map((line: any) => line.event)).not.toContain(
      'interaction.fileAdded',
    )
    const { id } = first.files[0]
    const whole = await fetch(`${api.url}/files/${id}`, { headers: { cookie: salem.cookie } })
    expect(whole.status).toBe(200)
    const picture = await sharp(Buffer.from(await whole.arrayBuffer())).metadata()
    expect(picture).toMatchObject({ format: 'jpeg', width: 200 })
    const thumb = await fetch(`${api.url}/files/${id}/thumb`, { headers: { cookie: salem.cookie } })
    expect(thumb.headers.get('content-type')).toBe('image/webp')
    await api.house.looks.flush()
    expect(await api.sql(`select from look where what = 'FILE'`)).toHaveLength(1)
  })

  test('is opened by whoever holds the secret, by a link of one minute', async () => {
    const [{ id }] = await filesOf()
    const { data } = await api.guest.ask(linkAsHolder, { input: { ...held, fileId: id } })
    const { path } = data.trackedFileLink
    expect((await fetch(`${api.url}${path}`)).status).toBe(200)
    api.setNow(new Date(Date.now() + 61_000))
    expect((await fetch(`${api.url}${path}`)).status).toBe(404)
    api.setNow()
  })

  test('is told kindly and by name where it is too large, empty, or one too many', async () => {
    expect((await askTicket(api.guest, held, 11 * 1024 * 1024)).problems).toMatchObject([
      { code: 'FILE_TOO_LARGE', message: expect.stringContaining('10 MB') },
    ])
    expect((await askTicket(api.guest, held, 0)).problems).toMatchObject([{ code: 'FILE_EMPTY' }])
    const more = await Promise.all([1, 2, 3, 4].map(() => askTicket(api.guest, held, 100)))
    const extra = await askTicket(api.guest, held, 100)
    for (const { ticket } of more) expect((await begin(api, ticket, 100)).status).toBe(201)
    expect((await begin(api, extra.ticket, 100)).status).toBe(409)
    expect((await askTicket(api.guest, held, 100)).problems).toMatchObject([{ code: 'FILES_TOO_MANY' }])
    // Whoever changes their mind makes room.
    const [{ ticket, fileId }] = more as unknown as [Given]
    expect((await tus(api, 'DELETE', `/files/${fileId}`, { 'upload-ticket': ticket })).status).toBe(204)
    expect(await stateOf(api, fileId)).toBeUndefined()
  })

  test('lies sealed on the disk, under a key that hangs on the person', async () => {
    const mine = await becomeKnown(api, { name: 'Yusuf Idris', phone: '0551239002' })
    const id = await sendWhole(api, mine, pdf('canary-in-file'), 'letter.pdf')
    const { folder } = folders()
    const sealed = readFileSync(join(folder, `${id}.whole`)).toString('latin1')
    expect(sealed).not.toContain('canary-in-file')
    expect(sealed).not.toContain('%PDF')
    expect(readdirSync(api.house.files.arriving.directory).filter((name) => name.startsWith(id))).toEqual([])
    const [row] = await api.sql('select key_of is not null as own from file where id = $1', [id])
    expect(row).toEqual({ own: true })
  })
})

const folders = () => ({ folder: join(api.house.files.arriving.directory, '..', 'kept') })

describe('a file of the staff', () => {
  test('goes with their own answer, and reaches whoever asked; with a note it stays among staff', async () => {
    const salem = await api.as('salem')
    await salem.ask(take, { id: matter, input: { clientMutationId: key(), expectedVersion: 1 } })
    const answered = await salem.ask(answer, {
      id: matter,
      input: { clientMutationId: key(), expectedVersion: 2, text: 'Here is the plan.', language: 'en' },
    })
    expect([answered.errors, answered.data?.interactionAnswer?.problems]).toEqual([undefined, []])
    const ids: Record<string, string> = {}
    const send = async (type: string) => {
      const bytes = pdf(type)
      const input = { matterId: matter, name: 'plan.pdf', size: bytes.length }
      const given = (await salem.ask(ticketAsStaff, { input })).data.fileTicket
      const cookie = { cookie: salem.cookie }
      expect((await begin(api, given.ticket, bytes.length)).status).toBe(404)
      expect((await begin(api, given.ticket, bytes.length, cookie)).status).toBe(201)
      expect((await bring(api, given, bytes, 0, cookie)).status).toBe(204)
      await checkFile(api.house, given.fileId)
      ids[type] = given.fileId
    }
    await send('ANSWER')
    await salem.ask(note, { id: matter, input: { clientMutationId: key(), text: 'For us.' } })
    await send('NOTE')
    const shown = (await filesOf()).map(({ id }: { id: string }) => id)
    expect(shown).toContain(ids['ANSWER'])
    expect(shown).not.toContain(ids['NOTE'])
    const { data } = await api.guest.ask(linkAsHolder, { input: { ...held, fileId: ids['NOTE'] } })
    expect((await fetch(`${api.url}${data.trackedFileLink.path}`)).status).toBe(404)
    const events = await api.sql(
      `select visibility from event where type = 'interaction.fileAdded' and actor_id is null and aggregate_id = $1 order by id`,
      [matter],
    )
    expect(events.map(({ visibility }) => visibility)).toContain('STAFF')
  })

  test('goes with nobody else’s words', async () => {
    const hind = await api.as('hind')
    const { data } = await hind.ask(ticketAsStaff, { input: { matterId: matter, name: 'x.pdf', size: 10 } })
    expect(data.fileTicket).toMatchObject({ ticket: null, problems: [{ code: 'ACT_NOT_ALLOWED' }] })
  })
})

describe('the sweep', () => {
  test('forgets after a day what never arrived, and takes away bytes that no row knows', async () => {
    const mine = await becomeKnown(api, { name: 'Amina Diallo', phone: '0551239003' })
    const never = await askTicket(api.guest, mine, 100)
    await begin(api, never.ticket, 100)
    await api.house.files.kept.put(crypto.randomUUID(), 'whole', Buffer.from('an orphan'))
    const before = (await api.house.files.kept.list()).length
    await api.sql(`update file set at = now() - interval '25 hours' where id = $1`, [never.fileId])
    await sweepFiles(api.house)
    expect(await stateOf(api, never.fileId)).toBeUndefined()
    expect((await api.house.files.kept.list()).length).toBe(before - 1)
    expect(
      readdirSync(api.house.files.arriving.directory).filter((name) => name.startsWith(never.fileId)),
    ).toEqual([])
  })

  test('looks through what arrived whole while the house went down', async () => {
    const mine = await becomeKnown(api, { name: 'Omar Farouk', phone: '0551239004' })
    const bytes = pdf()
    const given = await askTicket(api.guest, mine, bytes, 'a.pdf')
    await begin(api, given.ticket, bytes.length)
    await bring(api, given, bytes)
    await api.sql(`update file set state = 'RECEIVING', at = now() - interval '1 hour' where id = $1`, [
      given.fileId,
    ])
    await sweepFiles(api.house)
    expect(await stateOf(api, given.fileId)).toMatchObject({ state: 'CHECKING' })
  })
})
