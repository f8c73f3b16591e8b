import { generateKeyPairSync, randomUUID } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider, { interactionPolicy } from 'oidc-provider'

/** Somebody who has an account at the provider. */
export type Account = { email?: string; email_verified?: boolean; amr?: string[]; acr?: string }

/** What a spec does to the answer of the token endpoint on its way. */
export type Tamper = (answer: { id_token: string }) => object

/** A real identity provider on this machine, as an association has one. */
export type TestProvider = {
  issuer: string
  /** What the house is told of it. */
  environment: Record<string, string>
  accounts: Map<string, Account>
  key: KeyObject
  kid: string
  tamper: Tamper | undefined
  /** Says to the house, by its own back channel, that somebody was signed out. */
  signOut(account: string, address: string): Promise<void>
  /** Takes it off the line, and puts it back. */
  cut(off: boolean): void
  stop(): Promise<void>
}

const homes = ['http://127.0.0.1', 'http://localhost']
const clientSecret = 'a secret between two machines of the specs'

/** Starts oidc-provider; its sign-in page asks for nothing but the name of an account. */
export async function startProvider(): Promise<TestProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const accounts = new Map<string, Account>()
  const made: TestProvider = {
    issuer,
    environment: {
      SILA_OIDC_ISSUER: issuer,
      SILA_OIDC_CLIENT_ID: 'sila',
      SILA_OIDC_CLIENT_SECRET: clientSecret,
      SILA_OIDC_NAME: 'ar=حساب الجمعية;en=Association account',
    },
    accounts,
    key: privateKey,
    kid: randomUUID(),
    tamper: undefined,
    async signOut(account, address) {
      const client = await provider.Client.find('sila')
      await Object.assign(client, { backchannelLogoutUri: address }).backchannelLogout(account)
    },
    cut: (off) => (away = off),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  let away = false
  const provider = new Provider(issuer, configurationOf(made))
  provider.use(async (reply, next) => {
    await next()
    const { body } = reply
    if (made.tamper && reply.path === '/token' && body && typeof body === 'object' && 'id_token' in body)
      reply.body = made.tamper({ ...body, id_token: String(body.id_token) })
  })
  const serve = provider.callback()
  server.on('request', (request, response) => {
    if (away) request.socket.destroy()
    else if (request.url?.startsWith('/enter/')) void enter(provider, accounts, request, response)
    else serve(request, response)
  })
  return made
}

function configurationOf({ accounts, key, kid }: TestProvider) {
  const policy = interactionPolicy.base()
  policy.get('consent')?.checks.remove('native_client_prompt')
  return {
    clients: [
      {
        client_id: 'sila',
        client_secret: clientSecret,
        // Then any port of this machine is taken: the house has another one in each spec.
        application_type: 'native',
        redirect_uris: homes.map((home) => `${home}/api/auth/oidc/callback`),
        post_logout_redirect_uris: homes.map((home) => `${home}/staff/`),
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomUUID()] },
    // Of itself it speaks to no address of this machine, where the house of the specs is.
    fetch: (address: URL, { dispatcher: _guarded, ...how }: RequestInit & { dispatcher?: unknown }) =>
      fetch(address, how),
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        logoutSource: (reply: { body: unknown }, form: string) => {
          reply.body = `<!doctype html><title>Sign out</title>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`
        },
      },
    },
    interactions: {
      policy,
      url: (_reply: unknown, { uid }: { uid: string }) => `/enter/${uid}`,
    },
    ttl: { AuthorizationCode: 60, AccessToken: 60, IdToken: 60, Interaction: 600, Grant: 600, Session: 600 },
    claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'] },
    findAccount: (_reply: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...accounts.get(sub) }),
    }),
    // The association's own product is let in without asking the person each time.
    async loadExistingGrant(reply: {
      oidc: {
        client: { clientId: string }
        session: { accountId: string }
        provider: Provider
      }
    }) {
      const { client, session, provider } = reply.oidc
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  }
}

/** The page on which the person says who they are. */
async function enter(
  provider: Provider,
  accounts: Map<string, Account>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const account = new URL(request.url ?? '', 'http://provider').searchParams.get('account')
  if (account === null) {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      '<!doctype html><title>Provider</title><form><label>Account <input name="account"></label><button>Enter</button></form>',
    )
    return
  }
  const { amr, acr } = accounts.get(account) ?? {}
  const denied = { error: 'access_denied', error_description: 'The person turned back' }
  const result = account ? { login: { accountId: account, amr, acr } } : denied
  await provider.interactionFinished(request, response, result)
}

/** Goes through the provider as a browser does, and answers with where it sends back to. */
export async function passProvider(url: string, account: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = url
  for (let step = 0; step < 10; step += 1) {
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`the provider stopped with ${answer.status}: ${await answer.text()}`)
    next = new URL(location, next).href
    if (new URL(next).pathname.startsWith('/enter/')) next += `?account=${encodeURIComponent(account)}`
    if (new URL(next).origin !== new URL(url).origin) return next
  }
  throw new Error('the provider leads in circles')
}
