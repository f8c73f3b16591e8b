import { expect, describe, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import type { TestApi } from '../testing/api.ts'
import { people } from '../testing/people.ts'
import { becomeKnown } from '../testing/proving.ts'

const reason = 'A life may be in danger and nobody of the circle answers.'
const open = `mutation ($input: BreakGlassOpenInput!) { breakGlassOpen(input: $input) { opening { id } problems { code } } }`
const desk = `query ($person: ID!) {
  breakGlassUses(first: 50) { nodes { id reference reason looks { what } } }
  beneficiary(id: $person) { looks(first: 50) { nodes { what emergency } } }
  lookSummary(days: 1) { counts { staff { name } looks } } }`
const feed = `subscription { breakGlassFeed { reset use { reference reason } } }`

/** A matter that somebody opened in an emergency while it complains of whoever answers for privacy. */
async function openedByKhalid(api: TestApi, about: string | null, phone: string) {
  const { reference } = await becomeKnown(api, { name: 'Complains Of Dalal', phone }, 'I complain.')
  const [{ person }] = await api.sql(
    `update interaction set sensitivity = 'STAFF_COMPLAINT', circle = $2, about_staff_id = $3 where reference = $1 returning beneficiary_id as person`,
    [reference, [api.idOf('hind')], about],
  )
  const khalid = await api.as('khalid')
  const input = { clientMutationId: key(), reference, reason, password: people.khalid.password }
  const { data } = await khalid.ask(open, { input })
  expect(data.breakGlassOpen.problems).toEqual([])
  await khalid.ask(
    'query ($reference: String!) { interactions(first: 5, where: { search: $reference }) { nodes { id entries(first: 1) { nodes { id } } } } }',
    { reference },
  )
  const [{ id }] = await api.sql('select id from interaction where reference = $1', [reference])
  await khalid.ask('query ($id: ID!) { interaction(id: $id) { entries(first: 5) { nodes { text } } } }', {
    id,
  })
  await api.house.looks.flush()
  return { reference, person, opening: data.breakGlassOpen.opening.id }
}

describe.each(['both', 'api', 'rows'])('with %s', (walls) => {
  const api = useApi({ SILA_WALLS: walls })

  test('insider browsing: whoever answers for privacy reads nothing of an emergency on a complaint about themselves', async () => {
    const dalal = await api.as('dalal')
    const live = dalal.watch(feed)
    await live.next()
    const before = await dalal.ask(desk, { person: '0192f0c0-0000-7000-8000-000000000001' })
    const complaint = await openedByKhalid(api, api.idOf('dalal'), '+966507779001')
    const shown = await dalal.ask(desk, { person: complaint.person })
    expect(shown.errors).toBeUndefined()
    expect(shown.data.breakGlassUses).toEqual(before.data.breakGlassUses)
    expect(shown.data.beneficiary.looks.nodes).toEqual([])
    expect(shown.data.lookSummary).toEqual(before.data.lookSummary)

    const other = await openedByKhalid(api, null, '+966507779002')
    // The first that is heard live is the one that is about somebody else.
    expect((await live.next()).data.breakGlassFeed.use).toEqual({ reference: other.reference, reason })
    live.stop()
    const next = await dalal.ask(desk, { person: other.person })
    expect(next.data.breakGlassUses.nodes).toEqual([
      { id: other.opening, reference: other.reference, reason, looks: [{ what: 'INTERACTION' }] },
    ])
    expect(next.data.beneficiary.looks.nodes).toEqual([{ what: 'INTERACTION', emergency: true }])
  })
})

describe('of an emergency on a complaint about themselves', () => {
  const api = useApi()

  test('whoever answers for privacy gets no e-mail, and ends none: it is not told from what does not exist', async () => {
    await api.sql('delete from outbox')
    const { opening } = await openedByKhalid(api, api.idOf('dalal'), '+966507779003')
    expect(await api.sql(`select from outbox where template = 'EMERGENCY'`)).toEqual([])
    const end = `mutation ($id: ID!, $key: String!) { breakGlassEnd(id: $id, input: { clientMutationId: $key }) { problems { code } } }`
    const dalal = await api.as('dalal')
    const answers = [opening, '0192f0c0-0000-7000-8000-000000000002'].map((id) =>
      dalal.ask(end, { id, key: key() }),
    )
    const [theirs, nothing] = (await Promise.all(answers)).map(({ data, errors }) => ({ data, errors }))
    expect(theirs?.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND')
    expect(theirs?.data).toEqual(nothing?.data)
  })

  test('the database shows their session no row, of the opening, its end or a look', async () => {
    const { opening } = await openedByKhalid(api, api.idOf('dalal'), '+966507779004')
    const permissions = ['privacy.read', 'privacy.act', 'beneficiary.read']
    const as = (staffId: string) =>
      api.house.database.as({ actor: 'STAFF', staffId, scope: 'ALL', teamIds: [], permissions })
    const count = async (staffId: string) => {
      const { pool } = as(staffId)
      const { rows } = await pool.query(
        `select (select count(*)::int from break_glass where id = $1) as opened, (select count(*)::int from look where break_glass_id = $1) as looks`,
        [opening],
      )
      return rows[0]
    }
    expect(await count(api.idOf('dalal'))).toEqual({ opened: 0, looks: 0 })
    expect(await count(api.idOf('hind'))).toEqual({ opened: 1, looks: 1 })
  })
})
