import { gzipSync } from 'node:zlib'

/** A hostile request as its bytes go over the line. */
export type HostileRequest = {
  family: string
  name: string
  method: string
  path?: string
  headers: Record<string, string>
  body?: Buffer
}

const json = { 'content-type': 'application/json' }
const fine = JSON.stringify({ query: '{ __typename }' })
const act = 'mutation { mineLeave(input: { everywhere: true }) { problems { code } } }'
const megabyte = 1_048_576

const bodies: readonly (readonly [string, string, string | Buffer])[] = [
  ['batch', 'an array of two', `[${fine},${fine}]`],
  ['batch', 'an array of ten thousand', `[${Array.from({ length: 10_000 }, () => fine).join()}]`],
  ['batch', 'an empty array', '[]'],
  [
    'size',
    'beyond a megabyte',
    JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(megabyte) } }),
  ],
  ['size', 'a query of a megabyte', JSON.stringify({ query: `{ a${'a'.repeat(megabyte - 100)} }` })],
  ['size', 'a megabyte of tokens', JSON.stringify({ query: `{ ${'a '.repeat(megabyte / 2 - 100)} }` })],
  ['size', 'a megabyte of commas', JSON.stringify({ query: ','.repeat(megabyte - 100) })],
  [
    'size',
    'a megabyte of quotes',
    JSON.stringify({ query: `{ a(b: "${String.raw`\"`.repeat(megabyte / 5)}") }` }),
  ],
  [
    'size',
    'a megabyte of lines',
    JSON.stringify({ query: `{ a(b: """${'\n'.repeat(megabyte / 2 - 100)}""") }` }),
  ],
  [
    'size',
    'a hundred thousand variables',
    JSON.stringify({
      query: '{ __typename }',
      variables: Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`a${at}`, at])),
    }),
  ],
  [
    'size',
    'a list of half a million',
    `{"query":"{ __typename }","variables":{"a":[${'1,'.repeat(500_000)}1]}}`,
  ],
  [
    'json',
    'nested half a million deep',
    `{"query":"{ __typename }","variables":${'['.repeat(520_000)}${']'.repeat(520_000)}}`,
  ],
  [
    'json',
    'objects a hundred thousand deep',
    `{"query":"{ __typename }","variables":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
  ],
  [
    'json',
    'extensions ten thousand deep',
    `{"query":"{ nothing }","extensions":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
  ],
  ['json', 'that never ends', '{"query":"{ __typename }'],
  ['json', 'that is a number', '1e999'],
  ['json', 'that is nothing', 'null'],
  ['json', 'that is a text', JSON.stringify('{ __typename }')],
  [
    'json',
    'with a prototype',
    '{"__proto__":{"query":"{ __typename }"},"constructor":{"prototype":{"query":"{ __typename }"}}}',
  ],
  ['json', 'whose query is a list', '{"query":["{ __typename }"]}'],
  ['json', 'whose query is an object', '{"query":{"toString":"{ __typename }"}}'],
  [
    'json',
    'whose variables hold a prototype',
    '{"query":"query ($a: Int!) { __typename }","variables":{"__proto__":{"a":1}}}',
  ],
  ['json', 'an empty body', ''],
  [
    'bytes',
    'no UTF-8',
    Buffer.concat([Buffer.from('{"query":"{ '), Buffer.from([0xff, 0xfe, 0xc0, 0x80]), Buffer.from(' }"}')]),
  ],
  ['bytes', 'UTF-16 that says it is UTF-8', Buffer.from(fine, 'utf16le')],
  ['bytes', 'zero bytes alone', Buffer.alloc(10_000)],
]

const heads: readonly (readonly [string, string, Record<string, string>, string | Buffer])[] = [
  ['type', 'a plain text', { 'content-type': 'text/plain' }, fine],
  [
    'type',
    'a form',
    { 'content-type': 'application/x-www-form-urlencoded' },
    `query=${encodeURIComponent(act)}`,
  ],
  [
    'type',
    'a form with parts',
    { 'content-type': 'multipart/form-data; boundary=x' },
    `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${fine}\r\n--x--\r\n`,
  ],
  ['type', 'the body alone', { 'content-type': 'application/graphql' }, act],
  ['type', 'none', {}, fine],
  ['type', 'one that nobody knows', { 'content-type': 'application/jsonp' }, fine],
  [
    'type',
    'a type of a huge size',
    { 'content-type': `application/json; charset=${'a'.repeat(5000)}` },
    fine,
  ],
  ['type', 'a charset that is none', { 'content-type': 'application/json; charset=utf-99' }, fine],
  [
    'packed',
    'a bomb of two hundred megabytes',
    { ...json, 'content-encoding': 'gzip' },
    gzipSync(Buffer.alloc(200 * megabyte)),
  ],
  [
    'packed',
    'a bomb that says it is deflated',
    { ...json, 'content-encoding': 'deflate' },
    gzipSync(Buffer.alloc(10 * megabyte)),
  ],
  [
    'packed',
    'a way of packing that nobody knows',
    { ...json, 'content-encoding': 'br, gzip, br, gzip' },
    Buffer.alloc(1000),
  ],
]

const address = (query: string) => `/graphql?query=${encodeURIComponent(query)}`
const asked = { 'apollo-require-preflight': '1' }
const plain: readonly HostileRequest[] = [
  { family: 'method', name: 'an act by GET', method: 'GET', path: address(act), headers: asked },
  {
    family: 'method',
    name: 'an act by GET beside a question',
    method: 'GET',
    path: `${address(`query A { __typename } ${act.replace('mutation', 'mutation B')}`)}&operationName=B`,
    headers: asked,
  },
  {
    family: 'method',
    name: 'a question by GET that any page can send',
    method: 'GET',
    path: address('{ __typename }'),
    headers: {},
  },
  {
    family: 'method',
    name: 'a subscription by GET',
    method: 'GET',
    path: address('subscription { interactionFeed { cursor } }'),
    headers: asked,
  },
  {
    family: 'method',
    name: 'variables by GET that are no JSON',
    method: 'GET',
    path: `${address('{ __typename }')}&variables={`,
    headers: asked,
  },
  {
    family: 'method',
    name: 'a zero byte by GET',
    method: 'GET',
    path: `${address('query ($search: String) { beneficiaries(first: 1, search: $search) { nodes { id } } }')}&variables=${encodeURIComponent('{"search":"\\u0000"}')}`,
    headers: asked,
  },
  {
    family: 'method',
    name: 'an address of nonsense',
    method: 'GET',
    path: '/graphql?%ff%fe=%00&&&&=',
    headers: asked,
  },
  {
    family: 'method',
    name: 'a thousand parameters',
    method: 'GET',
    path: `/graphql?${'a=1&'.repeat(2000)}`,
    headers: asked,
  },
  { family: 'method', name: 'PUT', method: 'PUT', headers: json, body: Buffer.from(fine) },
  { family: 'method', name: 'DELETE', method: 'DELETE', headers: json, body: Buffer.from(fine) },
  { family: 'method', name: 'PATCH', method: 'PATCH', headers: json, body: Buffer.from(fine) },
]

/** Every hostile request that is no mere operation. */
export const requests: readonly HostileRequest[] = [
  ...bodies.map(([family, name, body]) => ({
    family,
    name,
    method: 'POST',
    headers: json,
    body: Buffer.from(body),
  })),
  ...heads.map(([family, name, headers, body]) => ({
    family,
    name,
    method: 'POST',
    headers,
    body: Buffer.from(body),
  })),
  ...plain,
]
