import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { IncomingHttpHeaders } from 'node:http'
import type { Pool } from 'pg'
import type { Config } from '../config.ts'
import type { Report } from '../refusal.ts'
import { makeAttempts } from './attempts.ts'
import { guard } from './guard.ts'
import { signInByProvider } from './oidc.ts'
import { makeProvider } from './provider.ts'
import { beforeSession, sessionFields } from './ways.ts'

/** Header in which our own server tells the sign-in library from where a request came; what clients send there is dropped. */
export const addressHeader = 'x-sila-address'

/** Builds staff sign-in: password and TOTP, a passkey, or the association's own provider; nobody can sign up. */
export function makeAuth(pool: Pool, config: Config, secret: string, report: Report = () => undefined) {
  const attempts = makeAttempts(pool)
  const home = config.origins[0] ?? `http://localhost:${config.port}`
  const provider = config.provider && makeProvider(config.provider)
  const homeOf = (headers: Headers) => {
    const own = ownOrigin(headers)
    return config.origins.length === 0 || config.origins.includes(own) ? own : home
  }
  const encrypted = config.origins.some((origin) => origin.startsWith('https:'))
  return betterAuth({
    appName: 'Sila',
    database: pool,
    secret,
    basePath: '/api/auth',
    baseURL: home,
    trustedOrigins: (request) => [...config.origins, ...(request ? [ownOrigin(request.headers)] : [])],
    user: { modelName: 'auth_user' },
    session: {
      modelName: 'auth_session',
      expiresIn: 60 * 60 * 12,
      updateAge: 60 * 60,
      additionalFields: sessionFields,
    },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    plugins: [
      twoFactor({
        twoFactorTable: 'auth_two_factor',
        // Guesses are counted by `guard`: before the comparison, so that parallel ones count too.
        accountLockout: { enabled: false },
      }),
      passkey({
        rpID: new URL(home).hostname,
        rpName: 'Sila',
        schema: { passkey: { modelName: 'auth_passkey' } },
        // It stands for password and second factor at once, so the device must know its owner.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => ownerKnown(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) => ownerKnown(verification.authenticationInfo.userVerified),
        },
      }),
      signInByProvider({ provider, pool, homeOf, report }),
    ],
    hooks: guard({
      ...{ attempts, pool, provider, homeOf },
      ...{ byPassword: config.passwords, demanded: config.secondFactor },
    }),
    databaseHooks: { session: { create: { before: beforeSession(pool, config.secondFactor) } } },
    rateLimit: {
      enabled: true,
      customStorage: { consume: (key, rule) => attempts.take(`address:${key}`, rule) },
      window: 60,
      max: 300,
      // An office comes through one address.
      customRules: {
        '/sign-in/*': { window: 60, max: 40 },
        '/two-factor/*': { window: 60, max: 60 },
        '/change-password': { window: 60, max: 10 },
        '/oidc/*': { window: 60, max: 80 },
      },
    },
    advanced: {
      // Behind https the browser itself holds them to this very host, path and line (`__Host-`), which the library's own
      // prefix (`__Secure-`) does not. Nobody needs them to come along from another site: pages ask for what they show.
      cookiePrefix: encrypted ? '__Host-sila' : 'sila',
      useSecureCookies: false,
      defaultCookieAttributes: { secure: encrypted, sameSite: 'strict' },
      // Said aloud, because the library leaves both out where it takes itself to be tested.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

async function ownerKnown(userVerified: boolean | undefined) {
  if (userVerified) return
  throw new APIError('UNAUTHORIZED', {
    code: 'OWNER_NOT_VERIFIED',
    message: 'The device did not ask who holds it.',
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
