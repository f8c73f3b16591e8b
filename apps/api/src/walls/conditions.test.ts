import { can, permissionsOf } from '@sila/domain/permission'
import type { Viewer } from '@sila/domain/permission'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { cast, everyMatter, layOut, rescuers, viewers, viewerOf } from '../testing/matters.ts'
import {
  actorKey,
  anybody,
  colleague as works,
  heldMatter,
  maskedMay,
  may,
  me,
  ofMyself,
  ofVisible,
  openedNow,
  reader,
  staff,
  visibleMatter,
} from './conditions.ts'
import { variableNames, variablesOf } from './session.ts'
import type { Session } from './session.ts'

const client = new pg.Client({ connectionString: inject('databaseServer') })
beforeAll(async () => {
  await client.connect()
  await layOut(client, 'interaction')
  await client.query(
    `create temporary table break_glass (id uuid default gen_random_uuid(), matter_id uuid, staff_id uuid, until timestamptz)`,
  )
  await client.query(`create temporary table break_glass_end (break_glass_id uuid)`)
  await client.query(openedNow)
})
afterAll(() => client.end())

type Spoken = Exclude<Session, { actor: 'SYSTEM' }>

async function speakAs(session?: Spoken) {
  const values = session ? variablesOf(session) : variableNames.map(() => '')
  for (const [index, name] of variableNames.entries())
    await client.query('select set_config($1, $2, false)', [name, values[index]])
}

const valueOf = async (expression: string) =>
  (await client.query(`select ${expression} as value`)).rows[0].value
const seen = async (condition: string) =>
  (await client.query<{ id: string }>(`select id from interaction where ${condition}`)).rows
    .map(({ id }) => id)
    .toSorted()
const colleague = (viewer: Viewer, matterId?: string): Spoken => ({
  ...{ actor: 'STAFF', staffId: viewer.id, scope: viewer.grants.scope, teamIds: viewer.teamIds },
  ...{ permissions: permissionsOf(viewer), matterId },
})
/** What the rules of the API let somebody read. */
const idsOf = (viewer: Viewer) =>
  everyMatter.flatMap((matter) => (can(viewer, 'interaction.read', matter) ? [matter.id] : [])).toSorted()
const guest: Spoken = { actor: 'GUEST' }
const person: Spoken = { actor: 'BENEFICIARY', beneficiaryId: cast.person }
const someMatter = everyMatter[0]?.id ?? ''

describe('the wall shows of matters', () => {
  test.each(viewers)('exactly what the rules of the API allow: %s', async (_name, viewer) => {
    await speakAs(colleague(viewer))
    expect(await seen(visibleMatter('interaction.read'))).toEqual(idsOf(viewer))
  })

  test.each(rescuers)('exactly what was opened in %s, for as long as that lasts', async (_name, viewer) => {
    const { opened = [] } = viewer
    const open = (staffId: string, until: string) =>
      client.query(
        `insert into break_glass (matter_id, staff_id, until) select id, $2, now() + $3::interval from unnest($1::uuid[]) as id`,
        [opened, staffId, until],
      )
    await speakAs(colleague(viewer))
    const closed = idsOf({ ...viewer, opened: [] })
    await open(cast.other, '1 hour')
    await open(cast.me, '-1 second')
    await open(cast.me, '1 hour')
    await client.query('insert into break_glass_end select id from break_glass where staff_id = $1', [
      cast.me,
    ])
    expect(await seen(visibleMatter('interaction.read'))).toEqual(closed)
    await open(cast.me, '1 hour')
    expect(await seen(visibleMatter('interaction.read'))).toEqual(idsOf(viewer))
    await client.query('truncate break_glass, break_glass_end')
  })

  test('nothing to somebody outside, and to nobody at all', async () => {
    for (const session of [guest, person, undefined]) {
      await speakAs(session)
      expect(await seen(visibleMatter('interaction.read'))).toEqual([])
    }
  })

  test('the one that is held, whoever holds it', async () => {
    for (const session of [
      { ...guest, matterId: someMatter },
      colleague(viewerOf('OWN'), someMatter),
    ] as const) {
      await speakAs(session)
      expect(await seen(visibleMatter('request.read'))).toEqual([someMatter])
    }
  })

  test('to a proven person their own, and to nobody else as theirs', async () => {
    await client.query('update interaction set beneficiary_id = $1 where id = $2', [cast.person, someMatter])
    await speakAs(person)
    expect(await seen(visibleMatter('interaction.read'))).toEqual([someMatter])
    await speakAs({ actor: 'BENEFICIARY', beneficiaryId: cast.other })
    expect(await seen(visibleMatter('interaction.read'))).toEqual([])
    await client.query('update interaction set beneficiary_id = null')
  })
})

describe('what hangs on a matter', () => {
  const column = 'hanging.interaction_id'
  const hanging = (condition: string, id: string) =>
    valueOf(`(select ${condition} from (select '${id}'::uuid as interaction_id) hanging)`)

  test('is seen where the matter is, or is held', async () => {
    await speakAs(guest)
    expect(await hanging(ofVisible('interaction', column), someMatter)).toBe(true)
    expect(await hanging(ofVisible('interaction', column), cast.me)).not.toBe(true)
    await speakAs({ ...guest, matterId: cast.me })
    expect(await hanging(ofVisible('interaction', column), cast.me)).toBe(true)
  })
})

describe('masked eyes', () => {
  const masked: Spoken = {
    ...{ actor: 'MASKED', staffId: cast.me, scope: 'ALL', teamIds: [cast.mine] },
    permissions: ['interaction.read', 'sensitive.read', 'breakglass.use'],
  }

  test('are shown nothing by the tables, whatever they may do', async () => {
    await speakAs(masked)
    expect(await seen(visibleMatter('interaction.read'))).toEqual([])
    expect(await valueOf(may('interaction.read'))).toBe(false)
  })

  test('hold for the views what is among their permissions; nobody else holds it so', async () => {
    await speakAs(masked)
    expect(await valueOf(maskedMay('interaction.read'))).toBe(true)
    expect(await valueOf(maskedMay('request.read'))).toBe(false)
    await speakAs(colleague(viewerOf('ALL', 'interaction.read')))
    expect(await valueOf(maskedMay('interaction.read'))).toBe(false)
  })

  test('work here and read, and bring nothing', async () => {
    const answers = async () => [
      await valueOf(staff),
      await valueOf(works),
      await valueOf(reader),
      await valueOf(anybody),
    ]
    await speakAs(masked)
    expect(await answers()).toEqual([false, true, true, false])
    await speakAs(colleague(viewerOf('ALL')))
    expect(await answers()).toEqual([true, true, true, true])
    for (const session of [guest, person]) {
      await speakAs(session)
      expect(await answers()).toEqual([false, false, true, true])
    }
    await speakAs()
    expect(await answers()).toEqual([false, false, false, false])
  })
})

describe('who speaks', () => {
  const answers = async () => [await valueOf(staff), await valueOf(anybody)]

  test('is staff, somebody, or nobody', async () => {
    await speakAs(colleague(viewerOf('ALL')))
    expect(await answers()).toEqual([true, true])
    for (const session of [guest, person]) {
      await speakAs(session)
      expect(await answers()).toEqual([false, true])
    }
    await speakAs()
    expect(await answers()).toEqual([false, false])
  })

  test('is nobody on a connection that nothing was ever said on', async () => {
    const fresh = new pg.Client({ connectionString: inject('databaseServer') })
    await fresh.connect()
    const { rows } = await fresh.query(
      `select ${staff} as staff, ${anybody} as anybody, ${me} as me, ${heldMatter} as held, ${may('staff.read')} as may, ${actorKey} as key, ${ofMyself(`'${cast.person}'::uuid`)} as mine`,
    )
    await fresh.end()
    expect(rows).toEqual([
      { staff: false, anybody: false, me: null, held: null, may: false, key: null, mine: false },
    ])
  })

  test('is known by id, by the matter that is held, and by the key of acts', async () => {
    await speakAs(colleague(viewerOf('ALL'), someMatter))
    expect([await valueOf(me), await valueOf(heldMatter), await valueOf(actorKey)]).toEqual([
      cast.me,
      someMatter,
      cast.me,
    ])
    await speakAs(person)
    expect([await valueOf(me), await valueOf(heldMatter), await valueOf(actorKey)]).toEqual([
      null,
      null,
      'BENEFICIARY',
    ])
    await speakAs()
    expect(await valueOf(actorKey)).toBeNull()
  })

  test('is a person with a record of their own, and with no other', async () => {
    const mine = (id: string | null) => valueOf(ofMyself(id ? `'${id}'::uuid` : 'null::uuid'))
    await speakAs(person)
    expect([await mine(cast.person), await mine(cast.other), await mine(null)]).toEqual([true, false, false])
    await speakAs(guest)
    expect(await mine(cast.person)).toBe(false)
  })

  test('may do what is among their permissions, one of several being enough, and nothing as somebody outside', async () => {
    await speakAs(colleague(viewerOf('ALL', 'privacy.read', 'staff.read')))
    expect(await valueOf(may('staff.read'))).toBe(true)
    expect(await valueOf(may('staff.manage'))).toBe(false)
    expect(await valueOf(may('staff.manage', 'privacy.read'))).toBe(true)
    await speakAs(colleague(viewerOf('ALL')))
    expect(await valueOf(may('staff.read'))).toBe(false)
    await speakAs(guest)
    await client.query(`select set_config('app.permissions', '{staff.read}', false)`)
    expect(await valueOf(may('staff.read'))).toBe(false)
  })
})
