import { expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { people } from '../testing/people.ts'
import { becomeKnown } from '../testing/proving.ts'

const api = useApi()

const record = `mutation ($input: DataRightRecordInput!) { dataRightRecord(input: $input) { dataRight { id } problems { code } } }`
const answer = `mutation ($id: ID!, $input: DataRightAnswerInput!) { dataRightAnswer(id: $id, input: $input) { problems { code } } }`
const open = `mutation ($input: BreakGlassOpenInput!) { breakGlassOpen(input: $input) { problems { code } } }`
const erase = `mutation ($input: PersonEraseInput!) { personErase(input: $input) { rows problems { code } } }`

test('erasure leftovers: no act is remembered by a digest of words about the person, nor by their id', async () => {
  const { reference } = await becomeKnown(api, { name: 'Leaves Nothing', phone: '+966507774001' })
  const [row] = await api.sql(
    `update interaction set sensitivity = 'COUNSELLING' where reference = $1 returning beneficiary_id as person`,
    [reference],
  )
  const [salem, khalid, dalal] = [await api.as('salem'), await api.as('khalid'), await api.as('dalal')]
  const asked = { beneficiaryId: row.person, right: 'ERASURE', channel: 'VISIT', text: 'Forget me.' }
  const { data } = await salem.ask(record, { input: { clientMutationId: key(), ...asked } })
  const { id } = data.dataRightRecord.dataRight
  const told = { clientMutationId: key(), outcome: 'GRANTED', answer: 'It is done as you asked.' }
  const answered = await dalal.ask(answer, { id, input: told })
  expect(answered.data.dataRightAnswer.problems).toEqual([])
  const reason = 'Somebody at the hospital asks after this person.'
  const { password } = people.khalid
  const opened = await khalid.ask(open, { input: { clientMutationId: key(), reference, reason, password } })
  expect(opened.data.breakGlassOpen.problems).toEqual([])

  const input = { clientMutationId: key(), beneficiaryId: row.person, ground: 'ASKED' }
  const erased = await dalal.ask(erase, { input })
  expect(erased.data.personErase.problems).toEqual([])
  const left = await api.sql(
    `select act from idempotency where act <> 'person.erase' and (length(input_hash) > 0 or result::text like '%' || $1 || '%') order by act`,
    [row.person],
  )
  expect(left).toEqual([])
})
