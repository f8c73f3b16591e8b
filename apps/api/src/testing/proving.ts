import { deliver } from '../outbox/index.ts'
import { key } from './api.ts'
import type { TestApi } from './api.ts'
import { makeDevice } from './device.ts'
import type { Device } from './device.ts'

export const askCode = `mutation($address: String!) { codeAsk(input: { address: $address }) { ticket problems { field code message } } }`
export const proveCode = `mutation($input: CodeProveInput!) { codeProve(input: $input) { mine { number name } problems { field code } } }`
const submit = `mutation($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference secret } problems { code } } }`

/** Brings a matter as somebody whom the association can reach; that makes them known. */
export async function becomeKnown(
  api: TestApi,
  contact: { name?: string; phone?: string; email?: string },
  text = 'When does the course for beginners begin?',
): Promise<{ reference: string; secret: string }> {
  const input = { clientMutationId: key(), kind: 'INQUIRY', text, language: 'en', anonymous: false, contact }
  const { data } = await api.guest.ask(submit, { input })
  return data.interactionSubmit.receipt
}

/** Works the outbox off, as the job does. */
export async function deliverAll(api: TestApi): Promise<void> {
  for (const { id } of await api.sql<{ id: string }>(`select id from outbox where state = 'INTENT'`))
    await deliver(api.house, id)
}

/** The code that came to the phone; nothing where none was sent. */
export async function codeThatCame(api: TestApi, ticket: string): Promise<string | undefined> {
  await deliverAll(api)
  const sent = await api.sql(`select 1 from outbox where code_id = $1 and state <> 'INTENT'`, [ticket])
  return sent.length > 0 ? api.house.keys.oneTimeCode(ticket) : undefined
}

/** A device whose owner proved the address. */
export async function provenDevice(api: TestApi, address: string, name?: string): Promise<Device> {
  const device = makeDevice(() => api.url)
  const { data } = await device.ask(askCode, { address })
  const { ticket } = data.codeAsk
  const code = await codeThatCame(api, ticket)
  const { data: proof } = await device.ask(proveCode, { input: { ticket, code, name } })
  if (!proof.codeProve.mine) throw new Error(`not proven: ${JSON.stringify(proof)}`)
  return device
}
