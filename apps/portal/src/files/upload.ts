import { bring } from '@sila/ui/bring'
import type { Leave } from '@sila/ui/bring'
import type { Follower, Held, Progress } from './follower.ts'

type Outcome = Pick<Progress, 'state' | 'message' | 'fileId'>
type Ears = {
  /** Notes on the device what is needed to go on after the page was closed. */
  keep: (part: Pick<Follower, 'ticket' | 'fileId' | 'begun'>) => Promise<void>
  progress: (share: number) => void
}

/** Brings one file to the house, from where it stopped; without a line it is paused and nothing is lost. */
export async function upload(follower: Follower, held: Held, ears: Ears): Promise<Outcome> {
  try {
    const leave = await leaveFor(follower, held, ears)
    if (!('ticket' in leave)) return leave
    const status = await bring(follower.blob, leave, {
      begun: follower.begun ?? false,
      onBegun: () => void ears.keep({ begun: true }),
      onProgress: ears.progress,
    })
    if (status === undefined) return { state: 'arrived', fileId: leave.fileId }
    if (status === 0) return { state: 'paused' }
    // A ticket that has run out is asked for anew at the next try.
    await ears.keep({ ticket: '', fileId: '', begun: false })
    return { state: 'failed' }
  } catch {
    return { state: 'paused' }
  }
}

/** The leave that is kept with the file, or a new one, which is kept from here on. */
export async function leaveFor(
  follower: Follower,
  held: Held,
  { keep }: Pick<Ears, 'keep'>,
): Promise<Leave | Outcome> {
  const { ticket, fileId = '' } = follower
  if (ticket) return { ticket, fileId }
  const leave = await askLeave(follower, held)
  if ('ticket' in leave) await keep(leave)
  return leave
}

async function askLeave({ name, blob }: Follower, held: Held): Promise<Leave | Outcome> {
  const [{ client }, { TrackedFileTicketDocument }] = await Promise.all([
    import('../app/client.ts'),
    import('../generated/graphql.ts'),
  ])
  const { data } = await client.mutate({
    mutation: TrackedFileTicketDocument,
    variables: { input: { ...held, name, size: blob.size } },
    fetchPolicy: 'no-cache',
  })
  const { ticket, fileId, problems } = data?.trackedFileTicket ?? {}
  if (ticket && fileId) return { ticket, fileId }
  return { state: 'failed', message: problems?.[0]?.message }
}
