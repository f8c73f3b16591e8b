import { z } from 'zod'

/** What may be set about the association's own identity provider. */
export const providerRules = {
  SILA_OIDC_ISSUER: z
    .url({
      protocol: /^https?$/,
      error: 'must be the address of an identity provider, e.g. https://login.association.example',
    })
    .refine(isPrivateLine, 'must begin with https://, e.g. https://login.association.example')
    .optional(),
  SILA_OIDC_CLIENT_ID: z.string().optional(),
  SILA_OIDC_CLIENT_SECRET: z.string().optional(),
  SILA_OIDC_NAME: z
    .string()
    .max(200, 'must have at most 200 signs, e.g. ar=حساب الجمعية;en=Association')
    .optional(),
  SILA_OIDC_SECOND_FACTOR: z
    .string()
    .regex(/^[\w:./-]+=[^,=]+(,[\w:./-]+=[^,=]+)*$/, 'must be claims with their values, e.g. amr=mfa,acr=2')
    .optional(),
}

type Given = { [Name in keyof typeof providerRules]?: string | undefined }

/** The association's own identity provider. */
export type ProviderConfig = {
  issuer: string
  clientId: string
  /** None where the client is public: then the proof of the code exchange is PKCE alone. */
  clientSecret?: string | undefined
  /** What the button calls it, by language; under `''` for all others. */
  name: Record<string, string>
  /** Claims any of which says that the provider itself asked for a second factor. */
  secondFactor: { claim: string; value: string }[]
}

/**
 * The provider that is named, if one is.
 * @throws Error where it is named by half
 */
export function providerOf(given: Given): ProviderConfig | undefined {
  if (!given.SILA_OIDC_ISSUER) return undefined
  if (!given.SILA_OIDC_CLIENT_ID) {
    throw new Error(
      'The environment cannot be used:\n  SILA_OIDC_CLIENT_ID is missing. It is what the identity provider calls this product, e.g. sila',
    )
  }
  return {
    issuer: given.SILA_OIDC_ISSUER,
    clientId: given.SILA_OIDC_CLIENT_ID,
    clientSecret: given.SILA_OIDC_CLIENT_SECRET,
    name: namesIn(given.SILA_OIDC_NAME ?? ''),
    secondFactor: (given.SILA_OIDC_SECOND_FACTOR ?? '').split(',').flatMap((pair) => {
      const [claim = '', value = ''] = pair.split('=')
      return claim ? [{ claim, value }] : []
    }),
  }
}

/** One name for all languages, or one for each: `ar=…;en=…`. */
function namesIn(text: string): Record<string, string> {
  const pairs = text.split(';').map((part) => /^\s*([a-z]{2,3})=(.+)$/u.exec(part))
  if (text && pairs.every((pair) => pair !== null))
    return Object.fromEntries(pairs.map((pair) => [pair[1] ?? '', pair[2]?.trim() ?? '']))
  return text.trim() ? { '': text.trim() } : {}
}

// On this machine itself nobody listens in between.
function isPrivateLine(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
