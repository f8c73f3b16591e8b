import { channelCodes } from '@sila/domain/channel'
import type { ChannelCode } from '@sila/domain/channel'
import { defaultCalendar } from '@sila/domain/default-calendar'
import { defaultServices } from '@sila/domain/service'
import type { Pool, PoolClient } from 'pg'
import { idAt } from './ids.ts'
import { insertRows } from './rows.ts'

type Words = Record<string, string>

/** What an association says of itself. */
export type AssociationSeed = {
  name: Words
  address: Words
  hours: Words
  phone: string | null
  email: string | null
  whatsapp: string | null
  /** The account of each channel; empty where none is set up yet. */
  accounts: Partial<Record<ChannelCode, string>>
  demonstration: boolean
  /** For how many days its policy has been in force. */
  policyDays: number
}

const unnamed: AssociationSeed = {
  name: {
    ar: 'جمعية الدعوة والإرشاد وتوعية الجاليات',
    en: "Association for Da'wah, Guidance and Communities' Awareness",
  },
  ...{ address: {}, hours: {}, phone: null, email: null, whatsapp: null, accounts: {} },
  ...{ demonstration: false, policyDays: 0 },
}

/**
 * What every association begins with: its own row with the default policy in force (version 1), the seven channels and
 * the services of the guide. No person and no sign-in is made; what is there already stays as it is.
 */
export async function seedEssentials(
  client: Pool | PoolClient,
  now: Date,
  association: AssociationSeed = unnamed,
): Promise<void> {
  const { rows } = await client.query('select from association limit 1')
  if (rows.length > 0) return
  const { name, address, hours, phone, email, whatsapp, demonstration, policyDays } = association
  await insertRows(
    client,
    'channel',
    channelCodes.map((code) => ({
      ...{
        id: idAt(now),
        code,
        account: association.accounts[code] ?? '',
        state: 'OPEN',
        hours: attended(code),
      },
    })),
  )
  await insertRows(
    client,
    'service',
    defaultServices.map(({ key }, index) => ({ id: idAt(now), key, position: index + 1, active: true })),
  )
  const languages = ['ar', 'en', 'ur', 'bn', 'hi', 'id', 'fil']
  const row = { id: idAt(now), name, address, hours, phone, email, whatsapp, demonstration, languages }
  const since = new Date(now.getTime() - policyDays * 86_400_000)
  const policy = { default_language: 'ar', policy_version: 1, policy_since: since }
  await client.query(
    `insert into association (id, name, address, hours, languages, default_language, phone, email, whatsapp, policy_version, policy_since, demonstration)
      select id, name, address, hours, languages, default_language, phone, email, whatsapp, policy_version, policy_since, demonstration
      from jsonb_populate_record(null::association, $1::jsonb)`,
    [JSON.stringify({ ...row, ...policy })],
  )
}

// Where nobody has to be present, matters come in at any hour.
function attended(code: ChannelCode): { day: number; from: string; to: string }[] {
  if (code === 'WEBSITE' || code === 'FEEDBACK_LINK') return []
  return defaultCalendar([]).week.flatMap((day, index) =>
    day.map(({ from, to }) => ({ day: index, from, to })),
  )
}
