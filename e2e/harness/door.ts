import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, inject } from 'vitest'
import { root } from './place.ts'
import { startProduct } from './product.ts'

type Account = { email: string; email_verified: boolean; amr: string[] }
type Provider = {
  environment: Record<string, string>
  accounts: Map<string, Account>
  stop(): Promise<void>
}

/**
 * One more node of the same house, whose staff must have a second factor and may come by an identity provider: a real one,
 * that knows whom a journey names.
 */
export function useGuardedDoor() {
  let provider: Provider
  let product: Awaited<ReturnType<typeof startProduct>>
  beforeAll(async () => {
    const file = pathToFileURL(join(root, 'apps/api/src/testing/provider.ts')).href
    const { startProvider } = (await import(file)) as { startProvider(): Promise<Provider> }
    provider = await startProvider()
    product = await startProduct(inject('database'), {
      ...provider.environment,
      SILA_SECOND_FACTOR: '1',
      SILA_OIDC_SECOND_FACTOR: 'amr=mfa',
      SILA_JOBS: '0',
    })
  })
  afterAll(async () => {
    await product?.stop()
    await provider?.stop()
  })
  return {
    get url() {
      return product.url
    },
    /** Gives somebody an account there, under a name. */
    account(name: string, email: string, amr: string[]) {
      provider.accounts.set(name, { email, email_verified: true, amr })
    },
  }
}
