import type { DetailedError, Upload } from 'tus-js-client'
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
    const leave = follower.ticket
      ? { ticket: follower.ticket, fileId: follower.fileId ?? '' }
      : await askLeave(follower, held)
    if (!('ticket' in leave)) return leave
    await ears.keep(leave)
    const first = await bring(follower, leave, follower.begun ?? false, ears)
    // It was begun, and the answer was lost: then it goes on.
    const status = first === begunBefore ? await bring(follower, leave, true, ears) : first
    if (status === undefined) return { state: 'arrived', fileId: leave.fileId }
    if (status === 0) return { state: 'paused' }
    // A ticket that has run out is asked for anew at the next try.
    await ears.keep({ ticket: '', fileId: '', begun: false })
    return { state: 'failed' }
  } catch {
    return { state: 'paused' }
  }
}

async function askLeave(
  { name, blob }: Follower,
  held: Held,
): Promise<{ ticket: string; fileId: string } | Outcome> {
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

const begunBefore = 409

/** Nothing where all of it arrived; else the status that it was refused with, 0 where there was no line. */
async function bring(
  { blob }: Follower,
  { ticket, fileId }: { ticket: string; fileId: string },
  goesOn: boolean,
  { keep, progress }: Ears,
): Promise<number | undefined> {
  // Fetched only by whoever sends a file.
  const tus = await import('tus-js-client')
  return new Promise((resolve) => {
    const task: Upload = new tus.Upload(blob, {
      endpoint: '/files',
      uploadUrl: goesOn ? `/files/${fileId}` : null,
      headers: { 'upload-ticket': ticket },
      storeFingerprintForResuming: false,
      retryDelays: [0, 1000, 3000, 5000, 10_000],
      onShouldRetry: mayPass,
      onUploadUrlAvailable: () => void keep({ begun: true }),
      onProgress: (sent, total) => progress(total > 0 ? sent / total : 0),
      onSuccess: () => resolve(undefined),
      onError: (error) => resolve(statusOf(error)),
    })
    task.start()
  })
}

/** Whether a failure passes by waiting: not without a line, which is heard of otherwise, nor where it was begun before. */
function mayPass(error: Error | DetailedError): boolean {
  const status = statusOf(error)
  const opens = 'originalRequest' in error && error.originalRequest.getMethod() === 'POST'
  if (status === begunBefore && opens) return false
  return navigator.onLine && (status < 400 || status >= 500 || status === 409 || status === 423)
}

function statusOf(error: Error | DetailedError): number {
  return 'originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0
}
