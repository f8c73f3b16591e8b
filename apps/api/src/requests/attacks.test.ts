import { describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { photo, sendWhole } from '../testing/uploads.ts'

const api = useApi()

const submit = `mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) { receipt { reference secret } problems { code } } }`
const reply = `mutation ($input: TrackedReplyInput!) { trackedReply(input: $input) { problems { code } } }`
const queue = '{ requests(first: 50) { nodes { reference answers } } }'
const lecture = (organisation: string) => ({
  ...{ clientMutationId: key(), service: 'lecture', formVersion: 1, language: 'en', permitExplained: true },
  contact: { name: 'Imran Qureshi', phone: '0501234567' },
  answers: {
    ...{ organisation, responsible: 'Imran Qureshi', place: 'Camp 4', date: '2032-03-04', language: 'ur' },
    ...{ audience: 'MEN', people: 60, topic: 'Patience' },
  },
})

describe('poisoned words: an answer that looks like something of our own', () => {
  const looks = `sealed:1:${'A'.repeat(60)}`
  const answered = async () => (await (await api.as('salem')).ask(queue)).data?.requests.nodes[0].answers

  test('is read as it was written, and shuts the queue to nobody', async () => {
    const { data } = await api.guest.ask(submit, { input: lecture(looks) })
    expect(data.requestSubmit.problems).toEqual([])
    expect(await answered()).toMatchObject({ organisation: looks })
    // With a file the person has a key, by which something sealed would be opened.
    const held = data.requestSubmit.receipt
    const words = { clientMutationId: key(), text: 'A photo of the hall is with this.' }
    await api.guest.ask(reply, { input: { ...held, ...words } })
    await sendWhole(api, held, await photo())
    expect(await api.sql('select from person_key')).toHaveLength(1)
    expect(await answered()).toMatchObject({ organisation: looks, topic: 'Patience' })
  })

  test.each([{ sealed: 'AAAA' }, ['sealed'], { length: 1 }])(
    'and %j, which no form takes as an answer, is not taken in',
    async (organisation) => {
      const input = { ...lecture(''), answers: { ...lecture('').answers, organisation } }
      const { data } = await api.guest.ask(submit, { input })
      expect(data.requestSubmit).toEqual({ receipt: null, problems: [{ code: 'INVALID' }] })
    },
  )
})
