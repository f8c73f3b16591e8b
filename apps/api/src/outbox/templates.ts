import { codeRules } from '@sila/domain/code'
import { isConsentPurpose } from '@sila/domain/consent'
import type { ConsentPurpose } from '@sila/domain/consent'
import { emergencyMessage } from '@sila/domain/breakglass'
import { codeMessage } from '@sila/domain/code-message'
import { readAssociation } from '../association/index.ts'
import { isKnownAddress } from '../beneficiaries/addresses.ts'
import type { House } from '../context.ts'
import { read } from '../database/database.ts'
import { inLanguage } from '../words.ts'
import type { Letter, PostChannel } from './carriers.ts'
import { mayWrite } from './may-write.ts'

/** A message as it lies in the outbox. Its words are made when it is sent: a code stands in no table. */
export type Posted = {
  id: string
  address: string
  channel: PostChannel
  template: keyof typeof templates
  language: string
  codeId: string | null
  at: Date
}

type Template = {
  /** For what a person is written to, and may have said no to; else by whom it is read: whoever asks now, or colleagues. */
  purpose: ConsentPurpose | 'ASKED_FOR' | 'COLLEAGUES'
  compose(house: House, message: Posted): Promise<Letter | undefined>
}

const templates: Readonly<Record<'CODE' | 'EMERGENCY', Template>> = {
  CODE: { purpose: 'ASKED_FOR', compose: composeCode },
  EMERGENCY: { purpose: 'COLLEAGUES', compose: composeEmergency },
}

/** The words of a message; nothing where nobody is to have it, or where somebody said no to it until now. */
export async function compose(house: House, message: Posted): Promise<Letter | undefined> {
  const template = templates[message.template]
  if (isConsentPurpose(template.purpose) && !(await mayWrite(house, template.purpose, message)))
    return undefined
  return template.compose(house, message)
}

// A code goes to an address that stands in a record, or that a proven person adds to their own. Looked up here, not
// where it is asked for: that answer takes the same way for everybody.
async function composeCode(house: House, message: Posted): Promise<Letter | undefined> {
  const [code] = await read<{ id: string; type: 'PHONE' | 'EMAIL'; beneficiaryId: string | null }>(
    house.database.pool,
    {
      name: 'code-to-send',
      text: `select id, type, beneficiary_id as "beneficiaryId" from one_time_code where id = $1 and used_at is null and expires_at > $2`,
      values: [message.codeId, house.now()],
    },
  )
  if (!code) return undefined
  if (!code.beneficiaryId && !(await isKnownAddress(house, code.type, message.address))) return undefined
  const association = inLanguage((await readAssociation(house)).nameWords, message.language)
  const words = codeMessage(message.language, {
    ...{ code: house.keys.oneTimeCode(code.id), association, minutes: codeRules.minutes },
  })
  return { id: message.id, to: message.address, language: message.language, ...words }
}

// Who, which and why stands on the desk alone: a mailbox is no place for it.
async function composeEmergency(house: House, { id, address, language }: Posted): Promise<Letter> {
  const association = inLanguage((await readAssociation(house)).nameWords, language)
  return { id, to: address, language, ...emergencyMessage(language, { association }) }
}
