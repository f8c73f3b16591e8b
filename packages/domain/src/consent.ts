/**
 * What a person may be written to for. SERVICE belongs to what they asked for and needs no further consent;
 * AWARENESS needs consent given beforehand, and a way to stop as easy as the way to begin (PDPL Art. 25).
 */
export const consentPurposes = {
  SERVICE: { needsConsent: false },
  AWARENESS: { needsConsent: true },
  SURVEY: { needsConsent: false },
} as const satisfies Record<string, { needsConsent: boolean }>

/** A purpose of writing to a person. */
export type ConsentPurpose = keyof typeof consentPurposes

/** A consent that a person gave, and perhaps took back. */
export type Consent = { purpose: ConsentPurpose; givenAt: Date; withdrawnAt?: Date | null }

/** Whether the person may be written to for the purpose; what was taken back counts for every purpose. */
export function mayContact(consents: readonly Consent[], purpose: ConsentPurpose): boolean {
  const own = consents.filter((consent) => consent.purpose === purpose)
  if (own.some((consent) => !consent.withdrawnAt)) return true
  return own.length === 0 && !consentPurposes[purpose].needsConsent
}
