import type { PersonalTables } from './personal-table.ts'
import { hidden, own, person, proof, words } from './personal-tags.ts'

const reach = { ...person, class: 'CONTACT', purpose: 'REACH' } as const
const asked = { ...words, record: 'DATA_RIGHT', purpose: 'PROVE' } as const
const allowed = { ...person, record: 'CONSENT', class: 'ORDINARY', purpose: 'CONSENT' } as const
const seen = { ...proof, record: 'LOOK', class: 'ORDINARY' } as const
const sent = { ...reach, record: 'MESSAGE' } as const
// Where a phone is shared, what was sent to it is nobody's alone: it goes with its own retention.
const addressed = `address in (select c.value from contact_point c where c.beneficiary_id = $1
  and not exists (select from contact_point o where o.value = c.value and o.beneficiary_id <> $1))`

/** What is kept of a person besides their matters, in the order of erasure. */
export const dataOfPeople = {
  consent: {
    ...own,
    columns: {
      purpose: allowed,
      channel: allowed,
      givenAt: allowed,
      withdrawnAt: allowed,
    },
  },
  outbox: {
    of: 'BENEFICIARY',
    rows: `(code_id in (select id from one_time_code where beneficiary_id = $1) or ${addressed})`,
    columns: {
      address: sent,
      channel: { ...sent, class: 'ORDINARY' },
      at: { ...sent, class: 'ORDINARY' },
      sentAt: { ...sent, class: 'ORDINARY' },
    },
  },
  one_time_code: {
    of: 'BENEFICIARY',
    rows: `(beneficiary_id = $1 or ${addressed})`,
    columns: { address: { ...sent, ...hidden, record: 'CODE' } },
  },
  beneficiary_session: {
    ...own,
    columns: {
      at: { ...person, class: 'ORDINARY', record: 'SESSION' },
      tokenHash: { ...person, ...hidden, class: 'IDENTITY', record: 'SESSION' },
    },
  },
  contact_point: { ...own, columns: { type: reach, value: reach, preferred: reach } },
  look: { ...own, columns: { what: seen, at: seen } },
  // Whose copy it was they are told by the looks, which name it as such.
  data_export: {
    ...own,
    columns: {
      what: { ...proof, ...hidden, class: 'ORDINARY' },
      at: { ...proof, ...hidden, class: 'ORDINARY' },
    },
  },
  data_right: {
    ...own,
    columns: {
      right: { ...proof, class: 'ORDINARY', record: 'DATA_RIGHT' },
      channel: { ...proof, class: 'ORDINARY', record: 'DATA_RIGHT' },
      receivedAt: { ...proof, class: 'ORDINARY', record: 'DATA_RIGHT' },
      outcome: { ...proof, class: 'ORDINARY', record: 'DATA_RIGHT' },
      text: asked,
      extensionReason: asked,
      answer: asked,
    },
  },
  // The reason of a hold is the association's own; while it holds, nothing is erased.
  legal_hold: { ...own, columns: { reason: { ...person, ...hidden, class: 'WORDS', purpose: 'PROVE' } } },
  // That a paper was seen; nothing of what stands in it.
  paper_seen: {
    ...own,
    columns: {
      paper: { ...person, class: 'ORDINARY', purpose: 'PROVE' },
      seenAt: { ...person, class: 'ORDINARY', purpose: 'PROVE' },
      expiresOn: { ...person, class: 'ORDINARY', purpose: 'PROVE' },
      unseenAt: { ...person, class: 'ORDINARY', purpose: 'PROVE' },
      unseenReason: { ...person, ...hidden, class: 'WORDS', purpose: 'PROVE' },
    },
  },
  identity_mark: { ...own, columns: { mark: { ...person, ...hidden, class: 'IDENTITY' } } },
  person_key: { ...own, columns: { wrapped: { ...person, ...hidden, class: 'IDENTITY' } } },
  beneficiary: {
    of: 'BENEFICIARY',
    rows: 'id = $1',
    columns: {
      number: { ...person, class: 'ORDINARY' },
      name: { ...person, class: 'CONTACT' },
      nameFolded: { ...person, ...hidden, class: 'CONTACT' },
      nameKeys: { ...person, ...hidden, class: 'CONTACT' },
      kind: { ...person, class: 'ORDINARY' },
      preferredLanguage: { ...person, class: 'ORDINARY' },
      // With its place, the languages that somebody speaks tell where they come from.
      spokenLanguages: { ...person, class: 'SENSITIVE' },
      city: { ...person, class: 'CONTACT' },
      segment: { ...person, class: 'SENSITIVE' },
      since: { ...person, class: 'ORDINARY' },
      pseudonym: { ...person, ...hidden, class: 'IDENTITY' },
    },
  },
  // No row is one person's; staff are asked to describe without names.
  incident: {
    of: 'BENEFICIARY',
    columns: {
      what: { ...proof, ...hidden, class: 'WORDS', record: 'INCIDENT' },
      measures: { ...proof, ...hidden, class: 'WORDS', record: 'INCIDENT' },
    },
  },
} as const satisfies Partial<PersonalTables>
