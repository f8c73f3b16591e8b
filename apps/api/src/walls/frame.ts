import pg from 'pg'
import type { ClientBase, Connection, QueryResult, QueryResultRow } from 'pg'
import { appRole, houseRole } from './roles.ts'
import { isReading, maskedPath, readingSetting, variableNames, variablesOf } from './session.ts'
import type { Session } from './session.ts'

declare module 'pg' {
  // Parts of pg that its types leave out (https://github.com/brianc/node-postgres/blob/master/packages/pg/lib/query.js).
  interface QueryConfig {
    queryMode?: 'extended'
  }
  interface Query {
    handleCommandComplete(message: unknown, connection: Connection): void
  }
}

/** What stands before a statement: the variables or the role of a session, until the end of its transaction. */
type Frame = {
  name: string
  text: string
  values: string[]
  /** Before the names of prepared statements: what was planned over the tables is never run over the views. */
  prefix: string
}

type Kind = Pick<Frame, 'name' | 'text'>

// Conditions that are all false, so all are looked at, and no row comes back that would stand among those asked for.
const asSomebody: Kind = {
  name: 'frame',
  text: `select where ${variableNames.map((name, index) => `set_config('${name}', $${index + 1}, true) is null`).join(' or ')}`,
}
// The same, and the names of tables lead to the views first.
const asMasked = also(asSomebody, 'masked', 'search_path', maskedPath)
const asHouse: Kind = { name: 'frame-house', text: `select where set_config('role', $1, true) is null` }

function also({ name, text }: Kind, word: string, setting: string, value: string): Kind {
  return { name: `${name}-${word}`, text: `${text} or set_config('${setting}', '${value}', true) is null` }
}

function reading(kind: Kind): Kind {
  return also(kind, 'reading', readingSetting, 'on')
}

/** What to put before each statement of a session. */
export function frameOf(session: Session): Frame {
  const as = (kind: Kind) => (isReading(session) ? reading(kind) : kind)
  if (session.actor === 'SYSTEM') return { ...as(asHouse), values: [houseRole], prefix: '' }
  const masked = session.actor === 'MASKED'
  return {
    ...as(masked ? asMasked : asSomebody),
    ...{ values: variablesOf(session), prefix: masked ? 'masked ' : '' },
  }
}

/** Prepares a new connection: it steps down to the app role, and knows the frames. */
export async function prepareConnection(client: ClientBase): Promise<void> {
  await client.query(`set role ${appRole}`)
  const nobody = variableNames.map(() => '')
  for (const [kind, values] of [
    [asSomebody, nobody],
    [asMasked, nobody],
    [asHouse, [houseRole]],
  ] as const)
    for (const { name, text } of [kind, reading(kind)])
      await client.query({ name, text, values: [...values] })
}

/** What is asked of the database. */
export type Asked = string | pg.QueryConfig

/**
 * Sends the frame and the statement together, before the one sync that ends both: one write, one round trip, one
 * transaction (https://www.postgresql.org/docs/18/protocol-flow.html#PROTOCOL-FLOW-PIPELINING). What the frame set is
 * gone with it, whether the statement succeeds or fails. A transaction that is begun is framed by its first statement.
 */
export function askFramed<Row extends QueryResultRow>(
  client: ClientBase,
  frame: Frame,
  asked: Asked,
  values?: unknown[],
): Promise<QueryResult<Row>> {
  return new Promise((resolve, reject) => {
    const config = typeof asked === 'string' ? { text: asked } : asked
    const named = config.name && frame.prefix ? { name: frame.prefix + config.name } : {}
    const query = new FramedQuery<Row>(
      client,
      frame,
      { ...config, ...named, ...(values ? { values } : {}), queryMode: 'extended' },
      (error: Error | undefined, result: QueryResult<Row>) => (error ? reject(error) : resolve(result)),
    )
    client.query(query)
  })
}

class FramedQuery<Row extends QueryResultRow> extends pg.Query {
  #framing = false

  constructor(
    client: ClientBase,
    frame: Frame,
    config: pg.QueryConfig,
    callback: (error: Error | undefined, result: QueryResult<Row>) => void,
  ) {
    super(config, callback)
    const submit = this.submit
    this.submit = (connection) => {
      // In a transaction the frame holds already; in a failed one nothing but its end is listened to.
      this.#framing = client.getTransactionStatus() === 'I'
      connection.stream.cork()
      try {
        if (this.#framing) send(connection, frame)
        return submit.call(this, connection)
      } finally {
        connection.stream.uncork()
      }
    }
  }

  // The end of the frame is not the end of the statement.
  override handleCommandComplete(message: unknown, connection: Connection) {
    if (this.#framing) this.#framing = false
    else super.handleCommandComplete(message, connection)
  }
}

function send(connection: Connection, { name, values }: Frame) {
  connection.bind({ statement: name, values }, true)
  connection.execute({}, true)
}
