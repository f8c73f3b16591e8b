import * as oidc from 'openid-client'
import { keysAt, readLogoutToken } from './logout-token.ts'
import type { SignedOut } from './logout-token.ts'
import type { ProviderConfig } from './provider-config.ts'

/** What must come back with the answer of the provider; kept on our side, and used once. */
export type Flow = { state: string; nonce: string; verifier: string; redirectUri: string }

/** Who signed in at the provider, as its signed word says. */
export type ProvenPerson = {
  issuer: string
  subject: string
  idToken: string
  /** Whether the provider says that it asked for a second factor, where that counts. */
  secondFactor: boolean
  /** The address that the provider holds for proven; asked for only where it is needed. */
  email(): Promise<string | undefined>
}

/** The association's identity provider, as far as we speak to it. */
export type Provider = {
  begin(home: string): Promise<{ url: string; flow: Flow }>
  finish(search: string, flow: Flow): Promise<ProvenPerson>
  /** Where the browser is sent so that the person is signed out at the provider too. */
  leave(idToken: string, home: string): Promise<string | undefined>
  /**
   * Whom the provider says by a logout token that it signed out.
   * @throws UnsoundToken
   */
  signedOut(token: string): Promise<SignedOut>
}

/** Its keys and addresses are asked for anew after this time. */
const freshFor = 60 * 60_000
const timeout = 5

/** Speaks to the provider; what it says of itself is asked for at the first sign-in, so that the house starts without it. */
export function makeProvider(config: ProviderConfig): Provider {
  let known: { until: number; configuration: Promise<oidc.Configuration> } | undefined
  let keys: { address: string; find: ReturnType<typeof keysAt> } | undefined

  function configured(): Promise<oidc.Configuration> {
    if (known && known.until > Date.now()) return known.configuration
    const configuration = discover(config)
    known = { until: Date.now() + freshFor, configuration }
    // A provider that was down is asked again by whoever comes next.
    configuration.catch(() => (known = undefined))
    return configuration
  }

  return {
    async begin(home) {
      const configuration = await configured()
      const redirectUri = `${home}/api/auth/oidc/callback`
      const verifier = oidc.randomPKCECodeVerifier()
      const flow = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, redirectUri }
      const acr = config.secondFactor.filter(({ claim }) => claim === 'acr').map(({ value }) => value)
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(acr.length > 0 && { acr_values: acr.join(' ') }),
      })
      return { url: url.href, flow }
    },

    async finish(search, flow) {
      const configuration = await configured()
      const tokens = await oidc.authorizationCodeGrant(
        configuration,
        new URL(`${flow.redirectUri}${search}`),
        {
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          pkceCodeVerifier: flow.verifier,
          idTokenExpected: true,
        },
      )
      const claims = tokens.claims()
      if (!claims || !tokens.id_token) throw new Error('the provider gave no ID token')
      return {
        issuer: claims.iss,
        subject: claims.sub,
        idToken: tokens.id_token,
        secondFactor: config.secondFactor.some(({ claim, value }) => [claims[claim]].flat().includes(value)),
        async email() {
          const said =
            'email' in claims
              ? claims
              : await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
          return said.email_verified === true && typeof said.email === 'string' ? said.email : undefined
        },
      }
    },

    async leave(idToken, home) {
      const configuration = await configured()
      if (!configuration.serverMetadata().end_session_endpoint) return undefined
      return oidc.buildEndSessionUrl(configuration, {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${home}/staff/`,
      }).href
    },

    async signedOut(token) {
      const { issuer, jwks_uri: address } = (await configured()).serverMetadata()
      if (!address) throw new Error('the provider publishes no keys')
      if (keys?.address !== address) keys = { address, find: keysAt(address) }
      return readLogoutToken(token, keys.find, { issuer, audience: config.clientId })
    },
  }
}

function discover({ issuer, clientId, clientSecret }: ProviderConfig): Promise<oidc.Configuration> {
  const address = new URL(issuer)
  return oidc.discovery(
    address,
    clientId,
    undefined,
    clientSecret ? oidc.ClientSecretBasic(clientSecret) : oidc.None(),
    {
      timeout,
      execute: [
        // The signature of the ID token is looked at too, not only the line that it came by.
        oidc.enableNonRepudiationChecks,
        ...(address.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
      ],
    },
  )
}
