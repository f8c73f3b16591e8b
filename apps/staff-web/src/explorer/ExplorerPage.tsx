import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import type { Fetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { createClient } from 'graphql-ws'
import { i18n } from '@lingui/core'
import { formatNumber } from '@sila/ui/format'
import { useMemo, useState } from 'react'
import { currentTheme } from '../app/theme.ts'
import { useT } from '../i18n/useT.ts'
import { costIn } from './cost.ts'
import type { Cost } from './cost.ts'
import styles from './Explorer.module.css'

const firstQuestion = `# J/K, E and the other shortcuts rest while you are here. Ctrl+Enter runs the question.
query AnsweredInTimeByLanguage {
  report(
    measures: [INTERACTIONS, ANSWERED_IN_TIME, MEDIAN_FIRST_ANSWER]
    by: [LANGUAGE]
    period: { from: "${new Date(Date.now() - 183 * 86_400_000).toISOString().slice(0, 10)}T00:00:00+03:00", to: "${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T00:00:00+03:00" }
    first: 50
  ) {
    columns { key label unit }
    rows { keys values n suppressed }
    n
  }
}
`

/** Questions that nobody foresaw, asked by an analyst with their own session. */
export function ExplorerPage() {
  const { t, language } = useT()
  const theme = currentTheme()
  const [cost, setCost] = useState<Cost>()
  const fetcher = useMemo(() => createFetcher((answer) => setCost(costIn(answer))), [])
  return (
    <div className={styles.room}>
      <section className={styles.explorer} dir="ltr" lang="en" aria-label={t('nav.explorer')}>
        <GraphiQL
          fetcher={fetcher}
          initialQuery={firstQuestion}
          shouldPersistHeaders={false}
          {...(theme !== 'auto' && { forcedTheme: theme })}
        />
      </section>
      <p className={styles.cost} role="status">
        {cost &&
          t(cost.left === undefined ? 'explorer.cost' : 'explorer.costLeft', numbersOf(cost, language))}
      </p>
    </div>
  )
}

function numbersOf({ cost, limit, left = 0 }: Cost, language: string) {
  return {
    cost: formatNumber(cost, language),
    limit: formatNumber(limit, language),
    left: formatNumber(left, language),
  }
}

/** Sends the text as it stands, with the cookie of the session and the header that a foreign page cannot set. */
function createFetcher(onAnswer: (answer: object) => void): Fetcher {
  const socket = createClient({
    url: `${window.location.origin.replace(/^http/u, 'ws')}/graphql`,
    lazy: true,
    retryAttempts: 3,
  })
  return (params) => {
    if (isSubscription(params.query, params.operationName)) {
      return results(
        socket.iterate({
          query: params.query,
          operationName: params.operationName ?? null,
          variables: variablesOf(params.variables),
        }),
      )
    }
    return ask({ ...params, operationName: nameIn(params.query, params.operationName) }).then((answer) => {
      onAnswer(answer)
      return answer
    })
  }
}

/** The name of the operation where the text still has it: the editor learns of a new text a moment later. */
function nameIn(query: string, name: string | null | undefined): string | undefined {
  return name && query.split(/\W+/u).includes(name) ? name : undefined
}

/** The results as plain objects: what came over the wire is already formatted. */
async function* results(answers: AsyncIterable<object>): AsyncGenerator<object> {
  for await (const answer of answers) yield { ...answer }
}

async function ask(params: object): Promise<object> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      'apollo-require-preflight': '1',
      'accept-language': i18n.locale,
    },
    body: JSON.stringify(params),
  })
  const body: unknown = await answer.json()
  return typeof body === 'object' && body !== null ? body : { errors: [{ message: String(body) }] }
}

function isSubscription(query: string, operationName: string | null | undefined): boolean {
  return operationName
    ? new RegExp(`subscription\\s+${operationName}\\b`, 'u').test(query)
    : /^\s*subscription\b/mu.test(query)
}

function variablesOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
