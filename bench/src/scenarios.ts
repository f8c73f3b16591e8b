import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/lib/place.mjs'
import type { Sample } from './database.ts'
import type { Shot } from './load.ts'
import type { Contender } from './processes.ts'
import * as peer from './postgraphile-queries.ts'

/** A page or an act that is measured: how each contender is asked for it. */
export type Scenario = { name: string; title: string; shots: Record<Contender['name'], () => Shot> }

/** The four hot paths, asked for as the clients ask: by the operations that their builds registered. */
export function makeScenarios(sample: Sample, cookie: string): Scenario[] {
  const inbox = registered('staff-web', 'query Inbox(')
  const thread = registered('staff-web', 'query Thread(')
  const people = registered('staff-web', 'query Beneficiaries(')
  const submit = registered('portal', 'mutation InteractionSubmit(')
  const thread50 = turns(sample.threads)
  const name = turns(sample.searches)
  const staff = { cookie }
  return [
    {
      ...{ name: 'inbox', title: 'inbox page: 50 open threads with person, assignee, team' },
      shots: {
        product: () => ours(inbox, { first: 50, where: { folder: 'ALL' } }, staff),
        floor: () => plain('/inbox', { staff: sample.staffId }),
        postgraphile: () => graphql(peer.inbox, { staff: sample.staffId }),
      },
    },
    {
      ...{ name: 'conversation', title: 'conversation page: one matter, its person, 50 entries' },
      shots: {
        product: () => ours(thread, { id: thread50(), first: 50 }, staff),
        floor: () => plain('/conversation', { staff: sample.staffId, id: thread50() }),
        postgraphile: () => graphql(peer.conversation, { staff: sample.staffId, id: thread50() }),
      },
    },
    {
      ...{ name: 'submit', title: 'submit: a question from the portal' },
      shots: {
        product: () => ours(submit, { input: question() }, {}),
        floor: () => plain('/submit', { text: words() }),
        postgraphile: () => graphql(peer.submit, { interaction: peer.newInteraction(words()) }),
      },
    },
    {
      ...{ name: 'search', title: 'name search: the first 20 people' },
      shots: {
        product: () => ours(people, { first: 20, search: name() }, staff),
        floor: () => plain('/search', { search: prefixes(name()) }),
        postgraphile: () => graphql(peer.search, { search: prefixes(name()) }),
      },
    },
  ]
}

/** The hash of the operation that a client's build registered. */
function registered(client: string, beginning: string): string {
  const file = join(root, 'apps', client, 'dist', 'persisted-documents.json')
  const documents: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
  const found = Object.entries(documents).find(([, text]) => text.includes(beginning))
  if (!found) throw new Error(`${file} holds no operation "${beginning}…": build the clients (npm run build)`)
  return found[0]
}

function ours(sha256Hash: string, variables: object, headers: Record<string, string>): Shot {
  return {
    path: '/graphql',
    headers,
    body: JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
  }
}

function graphql(query: string, variables: object): Shot {
  return {
    path: '/graphql',
    headers: { accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  }
}

function plain(path: string, ask: Record<string, string>): Shot {
  return { path, headers: {}, body: JSON.stringify(ask) }
}

function turns(values: readonly string[]): () => string {
  let next = 0
  return () => values[next++ % values.length] ?? ''
}

let asked = 0

function words(): string {
  asked += 1
  return `When does the next Arabic course begin, and is there a bus? Question ${asked} of the measurement.`
}

function question() {
  return { clientMutationId: randomUUID(), kind: 'INQUIRY', text: words(), language: 'en', anonymous: true }
}

// As the product folds and quotes: names of the sample hold letters only.
function prefixes(search: string): string {
  return search
    .split(' ')
    .map((word) => `'${fold(word)}':*`)
    .join(' & ')
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/[ةہھ]/g, 'ه')
    .replace(/ک/g, 'ك')
    .replace(/ے/g, 'ي')
}
