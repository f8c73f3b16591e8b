import type { ApolloClient } from '@apollo/client'
import { FileTicketDocument } from '../generated/graphql.ts'
import type { Translate } from '../i18n/useT.ts'
import { say } from './say.ts'

type Parcel = { client: ApolloClient; t: Translate; matterId: string; files: readonly File[] }

/** Brings files after the words that were just sent; each that does not arrive is named, and the words stay. */
export async function attach({ client, t, matterId, files }: Parcel): Promise<void> {
  for (const file of files) {
    try {
      const input = { matterId, name: file.name, size: file.size }
      const { data } = await client.mutate({ mutation: FileTicketDocument, variables: { input } })
      const { ticket, problems = [] } = data?.fileTicket ?? {}
      if (!ticket) throw new Error(problems[0]?.message)
      await bring(file, ticket)
    } catch {
      say(t, t('file.failed', { name: file.name }), { tone: 'danger' })
    }
  }
}

// Fetched only by whoever sends a file. It goes on by itself where a cut stopped it.
async function bring(file: File, ticket: string): Promise<void> {
  const { Upload } = await import('tus-js-client')
  await new Promise<void>((resolve, reject) => {
    new Upload(file, {
      endpoint: '/files',
      headers: { 'upload-ticket': ticket },
      storeFingerprintForResuming: false,
      retryDelays: [0, 1000, 3000, 5000, 10_000, 20_000],
      onSuccess: () => resolve(),
      onError: reject,
    }).start()
  })
}
