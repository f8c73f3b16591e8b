const key = 'names a thing of the house, nobody'
const choice = 'one of a few choices of the house'
const house = "the association's own"
const ids = 'ids alone'
const proofOfHouse = 'a keyed digest, by which nothing is read'
const salted = 'random bytes, destroyed with the words they salt'

/** Columns that hold words or bytes and no personal data, each with the reason. */
export const notPersonal: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  api_key: {
    ...{ public_id: 'made at random', hash: 'a keyed hash of what was made at random', scopes: key },
    name: 'what a program is called by whoever runs it',
    used_on: 'the day on which a program last asked',
  },
  association: {
    ...{ name: house, address: house, hours: house, languages: house, default_language: house },
    ...{ phone: house, email: house, whatsapp: house },
  },
  auth_account: { id: ids, providerId: choice, userId: ids, scope: choice },
  auth_attempt: { key: 'a keyed hash of what is counted' },
  auth_passkey: {
    id: ids,
    userId: ids,
    deviceType: choice,
    transports: choice,
    aaguid: 'the make of the key',
  },
  auth_session: { id: ids, userId: ids, way: choice },
  auth_two_factor: { id: ids, userId: ids },
  auth_user: { id: ids },
  auth_verification: { id: ids },
  break_glass: { matter_type: choice, salt: salted, mark: proofOfHouse },
  break_glass_end: { mark: proofOfHouse },
  channel: { code: choice, account: house, state: choice, hours: house },
  cost_spent: { who: 'a keyed hash, by which nobody is found' },
  data_export: {
    ...{ filter: 'choices of the house; no words and nobody stand in it' },
    ...{ salt: salted, mark: proofOfHouse },
  },
  department: { name: house },
  audit_check: { hash: proofOfHouse },
  erasure: { ground: choice, mark: proofOfHouse },
  event: { aggregate: key, visibility: choice, salt: salted, mark: proofOfHouse },
  file: { state: choice, refusal: choice, master: 'names the master key by a fingerprint' },
  idempotency: {
    actor: 'the id of a member of staff, or that it was a guest',
    key: 'made at random by a client',
    act: key,
  },
  incident: { classes: choice },
  interaction: { circle: 'ids of staff' },
  look: { salt: salted, mark: proofOfHouse },
  matter_key: { master: 'names the master key by a fingerprint' },
  migration: { name: key },
  one_time_code: { type: choice },
  outbox: {
    ...{ template: key, language: choice, state: choice },
    receipt: 'names a message at its carrier',
    reason: 'the code of a failure',
  },
  person_key: { master: 'names the master key by a fingerprint' },
  presence: { state: choice },
  rate_limit: { key: 'a keyed hash, by which nobody is found' },
  request: { circle: 'ids of staff' },
  redaction: { row_table: key, remains: 'a digest of what names nobody', mark: proofOfHouse },
  restoration: { mark: proofOfHouse },
  retention_run: { record: key, mark: proofOfHouse },
  retention_setting: { record: key, reason: house },
  role: { key, scope: choice, permissions: key },
  seal: { row_table: key, mark: proofOfHouse, hash: proofOfHouse },
  service: { key },
  staff: { role: choice, availability: choice },
  survey_response: {
    ...{ channel: choice, kind: choice, service_key: key, language: choice },
    day: 'the month of an anonymous answer, then the day of its batch; never the moment (M3)',
    comment: 'anonymous when it is written (M3): no row anywhere says whose it is',
  },
  team: { name: house, languages: house },
}
