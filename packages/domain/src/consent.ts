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

/** Whether the text names such a purpose. */
export function isConsentPurpose(name: string): name is ConsentPurpose {
  return Object.hasOwn(consentPurposes, name)
}

/** A consent that a person gave, and perhaps took back; without a channel it is for all of them. */
export type Consent = {
  purpose: ConsentPurpose
  channel?: ContactType | null
  givenAt: Date
  withdrawnAt?: Date | null
}

/**
 * What holds for a purpose by one channel: the last thing that was said about it; none said is what the purpose needs.
 * Every message that leaves for a person is held to it.
 */
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
