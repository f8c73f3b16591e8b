import type { ContactType } from './beneficiary.ts'

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

/** A consent that a person gave, and perhaps took back; without a channel it is for all of them. */
export type Consent = {
  purpose: ConsentPurpose
  channel?: ContactType | null
  givenAt: Date
  withdrawnAt?: Date | null
}

/** Whether the person may be written to for the purpose; what was taken back counts for every purpose. */
export function mayContact(consents: readonly Consent[], purpose: ConsentPurpose): boolean {
  const own = consents.filter((consent) => consent.purpose === purpose)
  if (own.some((consent) => !consent.withdrawnAt)) return true
  return own.length === 0 && !consentPurposes[purpose].needsConsent
}

/** What holds for a purpose by one channel: the last thing that was said about it; none said is what the purpose needs. */
export function consentFor(
  consents: readonly Consent[],
  purpose: ConsentPurpose,
  channel: ContactType,
): { given: boolean; at: Date | null } {
  const said = consents
    .filter((one) => one.purpose === purpose && (!one.channel || one.channel === channel))
    .map(({ givenAt, withdrawnAt }) => ({ given: !withdrawnAt, at: withdrawnAt ?? givenAt }))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
  return said[0] ?? { given: !consentPurposes[purpose].needsConsent, at: null }
}
