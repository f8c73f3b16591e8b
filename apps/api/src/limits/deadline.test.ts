import { expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'

const api = useApi()
const services = '{ services { key } }'

test('a question that runs away ends after five seconds as a refusal, and disturbs nobody after it', async () => {
  // Whoever holds the table keeps everybody waiting.
  const held = api.sql('do $$ begin lock table service in access exclusive mode; perform pg_sleep(7); end $$')
  const salem = await api.as('salem')
  const start = performance.now()
  const line = salem.watch(services)
  const answers = await Promise.all([api.guest.ask(services), salem.ask(services), line.next()])
  const took = performance.now() - start
  line.stop()
  for (const { errors, data } of answers) {
    expect(errors[0].extensions.code).toBe('TOO_SLOW')
    expect(data ?? null).toBeNull()
  }
  expect(answers[0].status).toBe(200)
  expect(took).toBeGreaterThan(4000)
  expect(took).toBeLessThan(6500)
  await held
  expect((await api.guest.ask(services)).errors).toBeUndefined()
}, 20_000)

test('what fails in a question of our clients is told as such, with its place', async () => {
  await api.sql('alter table service rename column key to kept')
  const { errors } = await api.guest.ask(services)
  await api.sql('alter table service rename column kept to key')
  expect(errors).toEqual([
    {
      message: 'Something went wrong here. It was noted. Try again.',
      path: ['services'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    },
  ])
})
