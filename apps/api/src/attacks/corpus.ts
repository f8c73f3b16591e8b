/** A hostile operation: refused over HTTP and over a live line alike, whoever sends it. */
export type HostileOperation = {
  family: string
  name: string
  query: string
  variables?: unknown
  operationName?: unknown
}

const times = <Item>(count: number, make: (at: number) => Item) =>
  Array.from({ length: count }, (_, at) => make(at))
const nest = (before: string, inside: string, after: string, levels: number) =>
  `${before.repeat(levels)}${inside}${after.repeat(levels)}`
const deepArray = (levels: number) => JSON.parse(nest('[', '1', ']', levels))

const deepField = 'beneficiary { interactions(first: 1) { nodes { '
const ofType = 'ofType { name '
const search =
  'query ($search: String) { interactions(first: 100, where: { search: $search }) { nodes { id } } }'
const people = 'query ($search: String) { beneficiaries(first: 100, search: $search) { nodes { id } } }'
const byId = 'query ($id: ID!) { interaction(id: $id) { id } }'
const submit =
  'mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { problems { code } receipt { reference } } }'
const apply =
  'mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) { problems { code } receipt { reference } } }'
const question = (more: object) => ({
  input: {
    ...{ clientMutationId: 'corpus-of-attacks', kind: 'INQUIRY', text: 'A question', language: 'en' },
    ...{ anonymous: true, ...more },
  },
})
const application = (answers: unknown) => ({
  input: {
    ...{ clientMutationId: 'corpus-of-attacks', service: 'zakat', formVersion: 1, language: 'en' },
    ...{ answers, contact: { name: 'Somebody' } },
  },
})

/** Who doubles with each level: thirty levels are a thousand million. */
const doubling = (levels: number, inside: string) =>
  `query { ...F0 } ${times(levels, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`).join(' ')} fragment F${levels} on Query { ${inside} }`

const depth = [
  ['by fields', `{ interactions(first: 1) { nodes { ${nest(deepField, 'id', ' } } }', 60)} } } }`],
  ['by inline fragments', `{ ${nest('... on Query { ', '__typename', ' }', 400)} }`],
  [
    'by fragments of fragments',
    `query { ...F0 } ${times(60, (at) => `fragment F${at} on Interaction { beneficiary { interactions(first: 1) { nodes { ...F${at + 1} } } } }`).join(' ')} fragment F60 on Interaction { id }`,
  ],
  [
    'by lists in an argument',
    `{ report(measures: ${nest('[', 'INTERACTIONS', ']', 1100)}, first: 1) { n } }`,
  ],
  [
    'by objects in an argument',
    `{ interactions(first: 1, where: ${nest('{ a: ', '1', ' }', 500)}) { nodes { id } } }`,
  ],
  ['by types of a variable', `query ($a: ${nest('[', 'Int', ']', 1100)}) { me { permissions } }`],
  ['by braces that never end', '{ a '.repeat(800)],
]
const recursion = [
  ['a fragment in itself', 'query { ...A } fragment A on Query { ...A }'],
  ['two fragments in each other', 'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  [
    'a fragment in itself by a field',
    'query { interactions(first: 1) { nodes { ...A } } } fragment A on Interaction { beneficiary { interactions(first: 1) { nodes { ...A } } } }',
  ],
  [
    'a hundred fragments in a ring',
    `query { ...F0 } ${times(100, (at) => `fragment F${at} on Query { ...F${(at + 1) % 100} }`).join(' ')}`,
  ],
  [
    'introspection of types of types',
    `{ __schema { types { ${nest('fields { type { ', 'name', ' } }', 40)} } } }`,
  ],
  ['introspection by ofType', `{ __schema { types { ${nest(ofType, '', ' }', 200)} } } }`],
  [
    'introspection that doubles',
    `{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } } } } } } } }`,
  ],
]
const alias = [
  [
    'of a list',
    `{ ${times(500, (at) => `a${at}: interactions(first: 1) { nodes { id } }`).join(' ')} }`.slice(0, 12_000),
  ],
  ['of one field', `{ ${times(1200, (at) => `a${at}: __typename`).join(' ')} }`],
  [
    'of a search',
    `{ ${times(120, (at) => `a${at}: beneficiaries(first: 100, search: "a") { nodes { id } }`).join(' ')} }`,
  ],
  [
    'of guesses',
    `{ ${times(110, (at) => `a${at}: tracked(reference: "Q-10${at}", secret: "AAAA-AAAA-AAAA-AAAA") { reference }`).join(' ')} }`,
  ],
  [
    'of acts',
    `mutation { ${times(110, (at) => `a${at}: mineLeave(input: { everywhere: true }) { problems { code } }`).join(' ')} }`,
  ],
  ['beyond all tokens', `{ ${times(20_000, (at) => `a${at}: __typename`).join(' ')} }`],
]
const fragments = [
  ['that double thirty times', doubling(30, '__typename')],
  ['that double two hundred times', doubling(200, '__typename')],
  ['that double over lists', doubling(18, 'interactions(first: 100) { nodes { id } }')],
  [
    'a thousand of them',
    `query { ${times(400, (at) => `...F${at}`).join(' ')} } ${times(400, (at) => `fragment F${at} on Query { __typename }`).join(' ')}`,
  ],
  ['one spread a thousand times', `query { ${'...F '.repeat(1100)} } fragment F on Query { __typename }`],
  [
    'that nobody spreads',
    `{ __typename } ${times(400, (at) => `fragment F${at} on Query { __typename }`).join(' ')}`,
  ],
]
const directives = [
  ['a thousand on one field', `{ __typename ${'@include(if: true) '.repeat(400)} }`],
  ['that nobody knows', `{ __typename ${'@a '.repeat(1200)} }`],
  ['on many fields', `{ ${times(300, (at) => `a${at}: __typename @skip(if: false)`).join(' ')} }`],
  ['on an operation', `query ${'@a '.repeat(1200)} { __typename }`],
  ['with lists in them', `{ __typename @include(if: [${'true '.repeat(2000)}]) }`],
  ['beyond all tokens', `{ __typename ${'@include(if: true) '.repeat(20_000)} }`],
]
const repetition = [
  ['of one field', `{ ${'__typename '.repeat(2400)} }`],
  ['of a field with fields', `{ ${'me { permissions } '.repeat(480)} }`],
  [
    'of fields with arguments that differ',
    `{ ${times(180, (at) => `tracked(reference: "${at}", secret: "a") { reference }`).join(' ')} }`,
  ],
  ['of inline fragments', `{ ${'... { __typename } '.repeat(500)} }`],
  ['of operations', times(400, (at) => `query Q${at} { __typename }`).join(' ')],
  ['of variables', `query (${times(400, (at) => `$a${at}: Int`).join(' ')}) { __typename }`],
]
const costly = [
  [
    'pages in pages',
    '{ interactions(first: 100) { nodes { beneficiary { interactions(first: 100) { nodes { entries(first: 100) { nodes { text } } } } } } } }',
  ],
  ['a page beyond its bound', '{ interactions(first: 1000000) { nodes { id } } }'],
  ['a page below nothing', '{ interactions(first: -1) { nodes { id } } }'],
  ['a page that is no number', '{ interactions(first: 1e99) { nodes { id } } }'],
  [
    'many pages side by side',
    `{ ${times(90, (at) => `a${at}: interactions(first: 100) { nodes { id reference status } }`).join(' ')} }`,
  ],
]
const values: readonly (readonly [string, string, unknown])[] = [
  ['a search of a million signs', search, { search: 'a'.repeat(60_000) }],
  ['a search of wildcards', people, { search: '%_'.repeat(5000) }],
  ['a search that a regex would die of', people, { search: `${'(a+)+'.repeat(400)}$` }],
  ['a search of marks upon marks', people, { search: `a${'\u0301\u0323'.repeat(9000)}` }],
  ['a text of marks upon marks', submit, question({ text: `a${'\u0323\u0301'.repeat(9000)}` })],
  ['a text of many scripts', submit, question({ text: '𝔸ﷺ'.repeat(10_000) })],
  ['a language that is a story', submit, question({ language: 'x'.repeat(50_000) })],
  [
    'thousands of ids',
    'query ($ids: [ID!]) { interactions(first: 1, where: { status: $ids }) { nodes { id } } }',
    { ids: times(1500, (at) => `0192-${at}`) },
  ],
  [
    'thousands of states',
    'query ($all: [InteractionStatus!]) { interactions(first: 1, where: { status: $all }) { nodes { id } } }',
    { all: times(5100, () => 'NEW') },
  ],
  ['a list one hundred deep', apply, application({ a: deepArray(100) })],
  ['a list a thousand deep', apply, application({ a: deepArray(1000) })],
  [
    'a key that is a prototype',
    submit,
    JSON.parse('{"input":{"__proto__":{"anonymous":true},"constructor":{"prototype":{"polluted":true}}}}'),
  ],
  ['a zero byte in a key', apply, application({ 'a\0': 1 })],
  ['an id that is a list', byId, { id: ['a', 'b'] }],
  ['an id that is an object', byId, { id: { toString: 'x' } }],
  ['a number where a text is', search, { search: 1e308 }],
  ['a text where an object is', submit, { input: 'x'.repeat(10_000) }],
  ['variables that are a list', byId, [1, 2, 3]],
  ['variables that are a text', byId, 'id'],
  [
    'a date beyond time',
    'query ($at: DateTime!) { surveyResults(period: { from: $at, to: $at }) { invited } }',
    { at: '999999-13-45T99:99:99Z' },
  ],
]
const texts: readonly (readonly [string, string])[] = [
  [
    'a zero byte in a literal',
    String.raw`{ interactions(first: 1, where: { search: "\u0000" }) { nodes { id } } }`,
  ],
  [
    'a literal of a huge size',
    `{ interactions(first: 1, where: { search: "${'a'.repeat(50_000)}" }) { nodes { id } } }`,
  ],
  [
    'a block of fifty thousand lines',
    `{ interactions(first: 1, where: { search: """${'\n a'.repeat(18_000)}""" }) { nodes { id } } }`,
  ],
  ['a number of a huge size', `{ interactions(first: ${'9'.repeat(50_000)}) { nodes { id } } }`],
  ['a name of a huge size', `{ ${'a'.repeat(55_000)} }`],
  ['a comment of a huge size', `{ nothing } #${'a'.repeat(55_000)}`],
  ['commas alone', ','.repeat(55_000)],
  ['names of another script', `{ ${'ﷺ'.repeat(5000)} }`],
  ['a byte order in the middle', '{ __typename \uFEFF\uFEFF } }'],
  ['nothing', ' '],
]

const from = (family: string, all: readonly (readonly string[])[]): HostileOperation[] =>
  all.map(([name = '', query = '']) => ({ family, name, query }))

/** Every hostile operation; each family is an attack that security.md names. */
export const operations: readonly HostileOperation[] = [
  ...from('depth', depth),
  ...from('recursion', recursion),
  ...from('alias', alias),
  ...from('fragment', fragments),
  ...from('directive', directives),
  ...from('repetition', repetition),
  ...from('cost', costly),
  ...from('text', texts),
  ...values.map(([name, query, variables]) => ({ family: 'value', name, query, variables })),
  {
    family: 'value',
    name: 'an operation that is not there',
    query: 'query A { __typename }',
    operationName: 'B'.repeat(10_000),
  },
  {
    family: 'value',
    name: 'a name that is an object',
    query: 'query A { __typename }',
    operationName: { a: 1 },
  },
]

const copied: readonly (readonly [string, string, unknown])[] = [
  ['a zero byte between the words', '{ __typename \0 }', {}],
  ['a zero byte in a text', submit, question({ text: 'before\0after' })],
  ['half a sign in a text', submit, question({ text: 'half a sign \ud83d' })],
  ['half a sign in an answer', apply, application({ a: 'half a sign \ud83d' })],
  ['a zero byte in a search', search, { search: '\0' }],
  ['half a sign in a search', people, { search: 'a \udc00' }],
  [
    'a zero byte in a cursor',
    'query ($after: String) { interactions(first: 1, after: $after) { nodes { id } } }',
    { after: 'a\0' },
  ],
  ['a zero byte in an id', byId, { id: '\0' }],
]
/** What people copy from anywhere is mended instead of refused: it is answered, without a failure of ours. */
export const mended: readonly HostileOperation[] = copied.map(([name, query, variables]) => ({
  ...{ family: 'mended', name, query, variables },
}))
