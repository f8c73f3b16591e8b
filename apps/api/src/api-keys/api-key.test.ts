import { expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import type { Answer, Speaker } from '../testing/api.ts'
import { publicIdOf } from './key-text.ts'

const api = useApi()
const fields = `id name mark scopes open expiresAt endedAt usedOn owner { name } budget { hour { limit left renewsAt } day { limit left } }`
const create = `mutation($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { key apiKey { ${fields} } problems { field code } } }`
const end = `mutation($id: ID!, $input: ApiKeyEndInput!) { apiKeyEnd(id: $id, input: $input) { apiKey { ${fields} } problems { code } } }`
const figures = `{ surveyResults(period: { from: "2026-01-01T00:00:00Z", to: "2026-12-31T00:00:00Z" }) { invited } }`

const draft = (more: object = {}) => ({
  ...{ clientMutationId: key(), name: 'Monthly figures', scopes: ['survey.read'], ...more },
})
async function made(who: Speaker, more: object = {}) {
  const { data } = await who.ask(create, { input: draft(more) })
  expect(data.apiKeyCreate.problems).toEqual([])
  return data.apiKeyCreate as { key: string; apiKey: any }
}
const asked = (text: string, query = figures): Promise<Answer> =>
  api.guest.ask(query, {}, { authorization: `Bearer ${text}` })

test('an analyst makes a key, sees it once, and a program reads with it what it is let to', async () => {
  const huda = await api.as('huda')
  const input = draft()
  const { data } = await huda.ask(create, { input })
  const { key: text, apiKey } = data.apiKeyCreate
  expect(text).toMatch(/^sila_key_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}$/)
  expect(apiKey).toMatchObject({ open: true, scopes: ['survey.read'], endedAt: null, usedOn: null })
  expect(text.startsWith(apiKey.mark)).toBe(true)
  const days = (new Date(apiKey.expiresAt).getTime() - Date.now()) / 86_400_000
  expect(Math.round(days)).toBe(90)
  // The act sent again answers the same key without its text.
  expect((await huda.ask(create, { input })).data.apiKeyCreate).toMatchObject({
    ...{ key: null, apiKey: { id: apiKey.id } },
  })
  const answer = await asked(text)
  expect(answer.errors).toBeUndefined()
  expect(answer.data.surveyResults.invited).toBe(0)
  expect((await asked(text, '{ me { permissions } }')).data.me.permissions).toEqual(['survey.read'])
  await expect
    .poll(async () => (await huda.ask(`{ apiKeys { id usedOn } }`)).data.apiKeys)
    .toEqual([{ id: apiKey.id, usedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }])
})

test('an answer to a key tells what it cost and what is left', async () => {
  const { key: text, apiKey } = await made(await api.as('huda'), { hourBudget: 5000, dayBudget: 20_000 })
  const { extensions } = (await asked(text)) as Answer & { extensions: any }
  const { cost, limit, budget } = extensions.cost
  expect(limit).toBe(20_000)
  expect(budget.hour).toMatchObject({ limit: 5000, left: 5000 - cost })
  expect(budget.day).toMatchObject({ limit: 20_000, left: 20_000 - cost })
  expect(new Date(budget.hour.renewsAt).getTime()).toBeGreaterThan(Date.now())
  const huda = await api.as('huda')
  const listed = (await huda.ask(`{ apiKeys { ${fields} } }`)).data.apiKeys
  expect(listed.find(({ id }: { id: string }) => id === apiKey.id).budget.hour.left).toBe(5000 - cost)
})

test('what is wrong with a key is told field by field, and nothing is made', async () => {
  const huda = await api.as('huda')
  const wrong = draft({ name: ' ', scopes: ['interaction.answer'], days: 400, hourBudget: 1 })
  const { data } = await huda.ask(create, { input: wrong })
  expect(data.apiKeyCreate.key).toBeNull()
  expect(data.apiKeyCreate.problems.map((each: any) => each.field)).toEqual([
    ...['name', 'scopes', 'days', 'hourBudget'],
  ])
})

test('an analyst sees and ends their own keys alone; an administrator those of the house', async () => {
  const [huda, khalid, admin] = [await api.as('huda'), await api.as('khalid'), await api.as('admin')]
  const hers = await made(huda)
  const his = await made(khalid)
  const idsOf = async (who: Speaker) =>
    (await who.ask('{ apiKeys { id } }')).data.apiKeys.map(({ id }: { id: string }) => id)
  expect(await idsOf(khalid)).toEqual([his.apiKey.id])
  expect(await idsOf(admin)).toEqual(expect.arrayContaining([hers.apiKey.id, his.apiKey.id]))
  const input = () => ({ clientMutationId: key() })
  const foreign = await khalid.ask(end, { id: hers.apiKey.id, input: input() })
  expect(foreign.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND')
  const ended = await admin.ask(end, { id: hers.apiKey.id, input: input() })
  expect(ended.data.apiKeyEnd.apiKey.open).toBe(false)
  const again = await huda.ask(end, { id: hers.apiKey.id, input: input() })
  expect(again.data.apiKeyEnd.problems).toEqual([{ code: 'ACT_NOT_ALLOWED' }])
  expect((await asked(hers.key)).status).toBe(401)
  expect((await asked(his.key)).status).toBe(200)
})

test('an officer holds no keys, and nobody more than twenty', async () => {
  const salem = await api.as('salem')
  const refused = await salem.ask(create, { input: draft() })
  expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
  const khalid = await api.as('khalid')
  const all = await Promise.all(
    Array.from({ length: 24 }, () => khalid.ask(create, { input: draft({ name: 'Many' }) })),
  )
  const problems = all.flatMap(({ data }) => data.apiKeyCreate.problems)
  expect(new Set(problems.map(({ code }: { code: string }) => code))).toEqual(new Set(['TOO_MANY_KEYS']))
  const held = await api.sql(`select from api_key where staff_id = $1 and ended_at is null`, [
    api.idOf('khalid'),
  ])
  expect(held).toHaveLength(20)
})

test('a key is recognised by its mark and its sum', async () => {
  const { key: text } = await made(await api.as('huda'))
  expect(publicIdOf(text)).toBe(text.slice('sila_key_'.length, 'sila_key_'.length + 12))
  const other = text.at(-1) === 'A' ? 'B' : 'A'
  expect(publicIdOf(`${text.slice(0, -1)}${other}`)).toBeUndefined()
  expect(publicIdOf(text.replace('_key_', '_kez_'))).toBeUndefined()
})
