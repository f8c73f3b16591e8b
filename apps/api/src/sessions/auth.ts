import { betterAuth } from 'better-auth'
import type { IncomingHttpHeaders } from 'node:http'
import type { Pool } from 'pg'
import type { Config } from '../config.ts'

/** Builds staff sign-in: password, session cookie; nobody can sign up. */
export function makeAuth(pool: Pool, config: Config, secret: string) {
  return betterAuth({
    database: pool,
    secret,
    basePath: '/api/auth',
    baseURL: config.origins[0] ?? `http://localhost:${config.port}`,
    trustedOrigins: (request) => [...config.origins, ...(request ? [ownOrigin(request.headers)] : [])],
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 60 * 60 * 12, updateAge: 60 * 60 },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 40 } },
    },
    advanced: {
      cookiePrefix: 'sila',
      useSecureCookies: config.origins.some((origin) => origin.startsWith('https:')),
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

/** Sign-in as the house holds it. */
export type Auth = ReturnType<typeof makeAuth>

/** The origin of a page that we served ourselves. */
function ownOrigin(headers: Headers): string {
  const scheme = headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http'
  return `${scheme}://${headers.get('host') ?? 'localhost'}`
}

/** Makes a sign-in; returns the id of the user. */
export async function createUser(
  auth: Auth,
  person: { name: string; email: string; password: string },
): Promise<string> {
  const context = await auth.$context
  const user = await context.internalAdapter.createUser(
    { name: person.name, email: person.email, emailVerified: true },
    { method: 'email-password' },
  )
  const password = await context.password.hash(person.password)
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password,
  })
  return user.id
}

/** Reads node's headers as the web's. */
export function webHeaders(headers: IncomingHttpHeaders): Headers {
  const web = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') web.set(name, value)
    else for (const item of value ?? []) web.append(name, item)
  }
  return web
}
