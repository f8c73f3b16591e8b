/** The person gets no copy of it. */
export const hidden = { exportable: false } as const

/** What is kept of a person, to serve them; it goes with them. */
export const person = {
  purpose: 'SERVE',
  record: 'BENEFICIARY',
  exportable: true,
  erasure: 'DELETE',
} as const

/** What shows later what was done; it stays without its person. */
export const proof = {
  purpose: 'PROVE',
  record: 'BENEFICIARY',
  exportable: true,
  erasure: 'KEEP_WITHOUT_PERSON',
} as const

/** What somebody wrote or said in a matter. */
export const words = { ...person, record: 'MATTER', class: 'WORDS', erasure: 'BLANK' } as const

/** Rows that name their person. */
export const own = { of: 'BENEFICIARY', rows: 'beneficiary_id = $1', link: 'beneficiary_id' } as const
