/** What a policy looks at before a page takes it; each throws at what may not be. */
export type TrustRules = {
  createHTML?: (markup: string) => string
  createScriptURL?: (address: string) => string
}

declare global {
  var trustedTypes: { createPolicy(name: string, rules: TrustRules): TrustRules } | undefined
}

/**
 * Makes a policy of Trusted Types under a name that the server's headers know. Where the browser has none, the rules
 * themselves stand. What comes out is text to the types and a trusted value to the browser.
 */
export function makePolicy<Rules extends TrustRules>(name: string, rules: Rules): Rules {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the policy has the functions that it was given
  return (globalThis.trustedTypes?.createPolicy(name, rules) as Rules | undefined) ?? rules
}

/** The word by which this page knows its own styles; nothing where no server has put one. */
export function pageNonce(): string | undefined {
  return globalThis.document?.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
}
