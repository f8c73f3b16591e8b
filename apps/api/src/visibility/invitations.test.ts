import { beforeAll, describe, expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { useApi } from '../testing/api.ts'
import type { StaffName } from '../testing/people.ts'
import { becomeKnown } from '../testing/proving.ts'

const api = useApi()
const page = `query ($id: ID!) { beneficiary(id: $id) {
  invitations(first: 10) { nodes { reference } } interactions(first: 10) { nodes { reference } } } }`

let person = ''
const reference: Record<string, string> = {}
const contact = { name: 'Complains Once', phone: '+966507775001' }

/** A matter that was answered, for which its person was asked for a rating. */
async function rated(name: string, facts: string, values: unknown[]) {
  const held = await becomeKnown(api, contact)
  reference[name] = held.reference
  const [row] = await api.sql(
    `update interaction set ${facts} where reference = $1 returning id, beneficiary_id as person`,
    [held.reference, ...values],
  )
  person = row.person
  await api.sql(
    `insert into survey_invitation (id, interaction_id, beneficiary_id, reference, at) values ($1, $2, $3, $4, now())`,
    [uuidv7(), row.id, row.person, held.reference],
  )
}

beforeAll(async () => {
  await rated('open', 'preview = preview', [])
  await rated('counselling', `sensitivity = 'COUNSELLING', circle = $2`, [[api.idOf('hind')]])
  await rated('complaint', `sensitivity = 'STAFF_COMPLAINT', circle = $2, about_staff_id = $3`, [
    [api.idOf('khalid')],
    api.idOf('salem'),
  ])
})

describe('field leak: an invitation to rate names a matter, and is shown to whom the matter is shown', () => {
  test.each<[StaffName, string[]]>([
    ['salem', ['open']],
    ['hind', ['open', 'counselling']],
    ['khalid', ['open', 'complaint']],
    ['admin', ['open']],
    ['dalal', []],
  ])('%s sees those of %j and no other', async (name, seen) => {
    const asked = name === 'dalal' ? page.replace(/interactions.*nodes \{ reference \} \}/u, '') : page
    const { data, errors } = await (await api.as(name)).ask(asked, { id: person })
    expect(errors).toBeUndefined()
    const told = (list: { nodes: { reference: string }[] }) =>
      list.nodes.map((each) => each.reference).toSorted()
    const expected = seen.map((each) => String(reference[each])).toSorted()
    expect(told(data.beneficiary.invitations)).toEqual(expected)
    if (data.beneficiary.interactions) expect(told(data.beneficiary.interactions)).toEqual(expected)
  })
})
