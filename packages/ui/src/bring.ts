import type { DetailedError, Upload } from 'tus-js-client'

/** Leave to bring the bytes of one file, as the house gave it. */
export type Leave = { ticket: string; fileId: string }

export interface BringOptions {
  /** The house has opened the upload before: it is asked how far it came. */
  begun?: boolean
  onBegun?: () => void
  /** 0 to 1. */
  onProgress?: (share: number) => void
}

const begunBefore = 409

/**
 * Brings one file to the house, from where it stopped. Nothing comes back where all of it arrived; else the status that
 * it was refused with, 0 where there was no line.
 */
export async function bring(
  file: Blob,
  leave: Leave,
  options: BringOptions = {},
): Promise<number | undefined> {
  const status = await attempt(file, leave, options.begun ?? false, options)
  // It was begun, and the answer was lost: then it goes on.
  return status === begunBefore ? attempt(file, leave, true, options) : status
}

async function attempt(
  file: Blob,
  { ticket, fileId }: Leave,
  goesOn: boolean,
  { onBegun, onProgress }: BringOptions,
): Promise<number | undefined> {
  // Fetched only by whoever sends a file.
  const tus = await import('tus-js-client')
  return new Promise((resolve) => {
    const task: Upload = new tus.Upload(file, {
      endpoint: '/files',
      uploadUrl: goesOn ? `/files/${fileId}` : null,
      headers: { 'upload-ticket': ticket },
      storeFingerprintForResuming: false,
      retryDelays: [0, 1000, 3000, 5000, 10_000],
      onShouldRetry: mayPass,
      onUploadUrlAvailable: () => onBegun?.(),
      onProgress: (sent, total) => onProgress?.(total > 0 ? sent / total : 0),
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
