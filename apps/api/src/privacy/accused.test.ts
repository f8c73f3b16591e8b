import { expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { becomeKnown, provenDevice } from '../testing/proving.ts'
import { pdf, sendWhole } from '../testing/uploads.ts'

const api = useApi()

const copyOf = `mutation ($input: PersonActInput!) { personExport(input: $input) { export problems { code } } }`
const ownCopy = `mutation ($input: MineActInput!) { mineExport(input: $input) { export problems { code } } }`
const contact = { name: 'Complains Of Dalal', phone: '+966507776001' }

test('a complaint reaches whom it is about by no copy of the person either, and the person wholly', async () => {
  const open = await becomeKnown(api, contact, 'When does the class begin?')
  const held = await becomeKnown(api, contact, 'I complain of the lady at the privacy desk.')
  await sendWhole(api, held, pdf('What she wrote'), 'letter.pdf')
  const [row] = await api.sql(
    `update interaction set sensitivity = 'STAFF_COMPLAINT', circle = $2, about_staff_id = $3 where reference = $1 returning id, beneficiary_id as person`,
    [held.reference, [api.idOf('khalid')], api.idOf('dalal')],
  )
  await api.sql(
    `insert into survey_invitation (id, interaction_id, beneficiary_id, reference, at) values (gen_random_uuid(), $1, $2, $3, now())`,
    [row.id, row.person, held.reference],
  )
  const input = { clientMutationId: key(), beneficiaryId: row.person }
  const { data } = await (await api.as('dalal')).ask(copyOf, { input })
  expect(data.personExport.problems).toEqual([])
  const given = JSON.stringify(data.personExport.export)
  for (const told of ['I complain', held.reference, 'letter.pdf']) expect(given).not.toContain(told)
  for (const told of ['When does the class begin?', open.reference, contact.phone])
    expect(given).toContain(told)

  const device = await provenDevice(api, contact.phone)
  const own = await device.ask(ownCopy, { input: { clientMutationId: key() } })
  const fetched = JSON.stringify(own.data.mineExport.export)
  for (const told of ['I complain', held.reference, 'letter.pdf']) expect(fetched).toContain(told)
})
