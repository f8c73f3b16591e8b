import type { PersonalTables } from './personal-table.ts'

const worker = {
  class: 'ORDINARY',
  purpose: 'EMPLOY',
  record: 'STAFF',
  exportable: false,
  erasure: 'BLANK',
} as const

/** What is kept of those who work here. */
export const dataOfStaff = {
  staff: {
    of: 'STAFF',
    columns: { userId: worker, name: worker, email: { ...worker, class: 'CONTACT' }, languages: worker },
  },
  auth_user: {
    of: 'STAFF',
    columns: { name: worker, email: { ...worker, class: 'CONTACT' }, image: worker },
  },
  auth_session: {
    of: 'STAFF',
    columns: {
      ipAddress: worker,
      userAgent: worker,
      token: { ...worker, class: 'IDENTITY' },
      idToken: { ...worker, class: 'IDENTITY' },
    },
  },
  auth_account: {
    of: 'STAFF',
    columns: {
      accountId: { ...worker, class: 'IDENTITY' },
      password: { ...worker, class: 'IDENTITY' },
      accessToken: { ...worker, class: 'IDENTITY' },
      refreshToken: { ...worker, class: 'IDENTITY' },
      idToken: { ...worker, class: 'IDENTITY' },
    },
  },
  auth_two_factor: {
    of: 'STAFF',
    columns: {
      secret: { ...worker, class: 'IDENTITY' },
      backupCodes: { ...worker, class: 'IDENTITY' },
    },
  },
  auth_passkey: {
    of: 'STAFF',
    columns: {
      name: worker,
      publicKey: { ...worker, class: 'IDENTITY' },
      credentialID: { ...worker, class: 'IDENTITY' },
    },
  },
  auth_verification: {
    of: 'STAFF',
    columns: {
      identifier: { ...worker, class: 'CONTACT', record: 'SESSION' },
      value: { ...worker, class: 'IDENTITY', record: 'SESSION' },
    },
  },
} as const satisfies Partial<PersonalTables>
