import type { ApolloClient } from '@apollo/client'
import { bring } from '@sila/ui/bring'
import type { Leave } from '@sila/ui/bring'
import { isolate } from '@sila/ui/format'
import { FileTicketDocument } from '../generated/graphql.ts'
import type { Translate } from '../i18n/useT.ts'
import { say } from './say.ts'

type Parcel = { client: ApolloClient; t: Translate; matterId: string; files: readonly File[] }
type Refused = { refused: string }

/**
 * Brings files after the words that were just sent. It waits until leave is had for all of them: files belong to the last
 * words, and others may follow these while the bytes go on their own way.
 */
export async function attach(parcel: Parcel): Promise<void> {
  const leaves: (Leave | Refused | undefined)[] = []
  for (const file of parcel.files) leaves.push(await askLeave(parcel, file).catch(() => undefined))
  void bringEach(parcel, leaves)
}

/** Leave for one file, or why there is none; throws where there is no line. */
async function askLeave({ client, matterId }: Parcel, { name, size }: File): Promise<Leave | Refused> {
  const variables = { input: { matterId, name, size } }
  const { data } = await client.mutate({ mutation: FileTicketDocument, variables })
  const { ticket, fileId, problems = [] } = data?.fileTicket ?? {}
  return ticket && fileId ? { ticket, fileId } : { refused: problems.map(({ message }) => message).join(' ') }
}

async function bringEach(parcel: Parcel, leaves: readonly (Leave | Refused | undefined)[]): Promise<void> {
  const { t, files } = parcel
  window.addEventListener('beforeunload', hold)
  for (const [place, file] of files.entries()) {
    const failure = await bringOne(parcel, file, leaves[place])
    if (failure !== undefined)
      say(t, `${t('file.failed', { name: isolate(file.name) })} ${failure}`.trim(), { tone: 'danger' })
  }
  window.removeEventListener('beforeunload', hold)
}

/** Goes on whenever the line is back; nothing where the file arrived, else why it never will. */
async function bringOne(
  parcel: Parcel,
  file: File,
  given: Leave | Refused | undefined,
): Promise<string | undefined> {
  const { t } = parcel
  let leave = given
  let begun = false
  let told = false
  for (;;) {
    leave ??= await askLeave(parcel, file).catch(() => undefined)
    if (leave && 'refused' in leave) return leave.refused
    const status = leave ? await bring(file, leave, { begun, onBegun: () => (begun = true) }) : 0
    if (status === undefined) return undefined
    if (status !== 0) return ''
    if (!told) say(t, t('file.paused', { name: isolate(file.name) }), { tone: 'warn' })
    told = true
    await line()
  }
}

const pause = 20_000

// At once when the line comes back, and every now and then: a device does not always notice.
function line(): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, pause)
    window.addEventListener('online', go)
  })
}

// The bytes are in this window alone: whoever closes it is asked first.
function hold(event: BeforeUnloadEvent): void {
  event.preventDefault()
}
