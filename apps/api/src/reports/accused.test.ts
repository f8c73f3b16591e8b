import { expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'
import { becomeKnown } from '../testing/proving.ts'

const api = useApi()
const report = `query ($period: PeriodInput!) {
  all: report(measures: [INTERACTIONS], period: $period, first: 10) { n rows { values } }
  byTeam: report(measures: [INTERACTIONS], by: [TEAM], period: $period, first: 10) { n rows { values } } }`

test('field leak by count: a complaint about somebody is in no figure that they ask for', async () => {
  const contact = { name: 'Complains Of Khalid', phone: '+966507777001' }
  await becomeKnown(api, contact, 'When does the class begin?')
  const { reference } = await becomeKnown(api, contact, 'I complain of the supervisor.')
  await api.sql(
    `update interaction set sensitivity = 'STAFF_COMPLAINT', circle = $2, about_staff_id = $3 where reference = $1`,
    [reference, [api.idOf('hind')], api.idOf('khalid')],
  )
  const period = { from: '2020-01-01T00:00:00Z', to: new Date(Date.now() + 60_000).toISOString() }
  const counted = async (name: 'khalid' | 'huda') => {
    const { data, errors } = await (await api.as(name)).ask(report, { period })
    expect(errors).toBeUndefined()
    return [data.all.n, data.all.rows[0].values[0], data.byTeam.n, data.byTeam.rows[0].values[0]]
  }
  expect(await counted('khalid')).toEqual([1, 1, 1, 1])
  expect(await counted('huda')).toEqual([2, 2, 2, 2])
})
