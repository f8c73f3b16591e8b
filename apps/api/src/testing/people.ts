import type { Role } from '@sila/domain/permission'

/** The cast of the specs. Everybody here is invented. */
export const people = {
  salem: {
    name: 'سالم القرني',
    email: 'salem@sila.example',
    role: 'OFFICER',
    languages: ['ar', 'en'],
    password: 'salem-answers-all',
  },
  hind: {
    name: 'هند السالم',
    email: 'hind@sila.example',
    role: 'OFFICER',
    languages: ['ar', 'bn'],
    password: 'hind-answers-too',
  },
  khalid: {
    name: 'خالد الشهري',
    email: 'khalid@sila.example',
    role: 'SUPERVISOR',
    languages: ['ar'],
    password: 'khalid-decides-it',
  },
  huda: {
    name: 'هدى المطيري',
    email: 'huda@sila.example',
    role: 'ANALYST',
    languages: ['ar', 'en'],
    password: 'huda-counts-them',
  },
  admin: {
    name: 'عبير الغامدي',
    email: 'admin@sila.example',
    role: 'ADMINISTRATOR',
    languages: ['ar'],
    password: 'admin-keeps-house',
  },
  dalal: {
    name: 'دلال العتيبي',
    email: 'dalal@sila.example',
    role: 'PRIVACY_OFFICER',
    languages: ['ar', 'en'],
    password: 'dalal-guards-them',
  },
} as const satisfies Record<
  string,
  { name: string; email: string; role: Role; languages: readonly string[]; password: string }
>

/** One of the cast who works here. */
export type StaffName = keyof typeof people
