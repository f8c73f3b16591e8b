import { afterEach, describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { makeDevice } from '../testing/device.ts'
import { askCode, becomeKnown, codeThatCame, proveCode, provenDevice } from '../testing/proving.ts'

const api = useApi()
const device = () => makeDevice(() => api.url)
const own = `{ mine { name matters(first: 10) { nodes { reference } } } }`
const addAsk = `mutation ($address: String!) { mineContactAsk(input: { address: $address }) { ticket problems { code } } }`
const add = `mutation ($input: CodeProveInput!) { mineContactAdd(input: $input) { mine { contactPoints { value } } problems { code } } }`
const remove = `mutation ($input: MineContactInput!) { mineContactRemove(input: $input) { problems { code } } }`

async function ask(address: string) {
  const { data } = await device().ask(askCode, { address })
  const { ticket } = data.codeAsk
  return { ticket, code: await codeThatCame(api, ticket) }
}

const references = async (who: Awaited<ReturnType<typeof provenDevice>>) =>
  (await who.ask(own)).data.mine.matters.nodes.map(({ reference }: { reference: string }) => reference)

afterEach(() => api.setNow())

describe('somebody else behind an address', () => {
  test('lies in wait: whoever names another’s e-mail beside their own phone never sees what that other brings', async () => {
    const victim = { name: 'Amal Trusting', email: 'amal@people.example' }
    const trap = await becomeKnown(api, { ...victim, phone: '+966551239101' })
    const matter = await becomeKnown(api, victim, 'I ask in confidence.')
    expect(await references(await provenDevice(api, '+966551239101', victim.name))).toEqual([trap.reference])
    expect(await references(await provenDevice(api, victim.email, victim.name))).toEqual([matter.reference])
  })

  test('lies in wait: whoever names another’s phone beside their own e-mail gets no code there', async () => {
    const victim = { name: 'Basma Trusting', phone: '+966551239102' }
    const trap = await becomeKnown(api, { ...victim, email: 'thief@people.example' })
    const matter = await becomeKnown(api, victim, 'I ask in confidence.')
    expect((await ask('thief@people.example')).code).toBeUndefined()
    const mine = await provenDevice(api, victim.phone)
    expect(await references(mine)).toEqual([matter.reference, trap.reference])
    // Nor does the last address that opens the record make room for it.
    const [{ id }] = await api.sql('select id from contact_point where value = $1', [victim.phone])
    const { data } = await mine.ask(remove, { input: { clientMutationId: key(), id } })
    expect(data.mineContactRemove.problems).toEqual([{ code: 'CONTACT_REQUIRED' }])
  })

  test('an address that its owner has proven opens the record like the first', async () => {
    const contact = { name: 'Careful One', phone: '+966551239103', email: 'careful@people.example' }
    await becomeKnown(api, contact)
    const mine = await provenDevice(api, contact.phone)
    const { ticket } = (await mine.ask(addAsk, { address: contact.email })).data.mineContactAsk
    const { data } = await mine.ask(add, { input: { ticket, code: await codeThatCame(api, ticket) } })
    expect(data.mineContactAdd).toMatchObject({
      ...{ problems: [], mine: { contactPoints: [{ value: contact.phone }, { value: contact.email }] } },
    })
    expect(await references(await provenDevice(api, contact.email))).toHaveLength(1)
  })

  test('a phone that was silent for half a year may be somebody else’s by now: the code alone opens nothing', async () => {
    const contact = { name: 'Former Owner', phone: '+966551239104' }
    const { reference } = await becomeKnown(api, contact)
    api.setNow(new Date(Date.now() + 200 * 86_400_000))
    const { ticket, code } = await ask(contact.phone)
    const prove = (name?: string) => device().ask(proveCode, { input: { ticket, code, name } })
    for (const name of [undefined, 'New Owner'])
      expect((await prove(name)).data.codeProve).toEqual({
        ...{ mine: null, problems: [{ field: 'name', code: 'NAME_NEEDED' }] },
      })
    expect((await prove(reference)).data.codeProve.mine.name).toBe('Former Owner')
    // Whoever has just been here is known again by the code alone.
    expect(await references(await provenDevice(api, contact.phone))).toEqual([reference])
  })
})
