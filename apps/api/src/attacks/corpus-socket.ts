import { randomBytes } from 'node:crypto'

/** What is sent over a live line that is open and greeted, frame by frame; `early` says before the greeting. */
export type HostileFrames = { name: string; early?: boolean; frames: readonly (string | Buffer)[] }

const subscribe = (id: string, payload: unknown) => JSON.stringify({ id, type: 'subscribe', payload })
const fine = { query: '{ __typename }' }

/** Every hostile conversation over a live line. */
export const conversations: readonly HostileFrames[] = [
  { name: 'no JSON', frames: ['{"type":'] },
  { name: 'a list', frames: ['[]'] },
  { name: 'nothing', frames: [''] },
  { name: 'bytes', frames: [randomBytes(2000)] },
  { name: 'bytes that are no UTF-8', frames: [Buffer.from([0xff, 0xfe, 0xc0, 0x80])] },
  { name: 'a type that nobody knows', frames: ['{"type":"take_over"}'] },
  { name: 'a prototype', frames: ['{"__proto__":{"type":"subscribe"},"type":"constructor"}'] },
  {
    name: 'JSON ten thousand deep',
    frames: [`{"id":"1","type":"subscribe","payload":${'['.repeat(15_000)}${']'.repeat(15_000)}}`],
  },
  {
    name: 'variables ten thousand deep',
    frames: [
      `{"id":"1","type":"subscribe","payload":{"query":"{ __typename }","variables":{"a":${'['.repeat(15_000)}${']'.repeat(15_000)}}}}`,
    ],
  },
  { name: 'beyond its size', frames: [subscribe('1', { query: `{ ${'a'.repeat(70_000)} }` })] },
  { name: 'a question before the greeting', early: true, frames: [subscribe('1', fine)] },
  { name: 'two greetings', frames: ['{"type":"connection_init"}'] },
  {
    name: 'a greeting that is a story',
    early: true,
    frames: [JSON.stringify({ type: 'connection_init', payload: 'x'.repeat(50_000) })],
  },
  {
    name: 'a greeting with a wrong key',
    early: true,
    frames: [JSON.stringify({ type: 'connection_init', payload: { authorization: 'Bearer sila_key_' } })],
  },
  { name: 'a question without words', frames: [subscribe('1', {})] },
  { name: 'a question that is a number', frames: [subscribe('1', { query: 1 })] },
  { name: 'a batch', frames: [subscribe('1', [fine, fine])] },
  {
    name: 'one id twice',
    frames: [
      subscribe('1', { query: 'subscription { trackedFeed(reference: "Q-1", secret: "a") { cursor } }' }),
      subscribe('1', fine),
      subscribe('1', fine),
    ],
  },
]
