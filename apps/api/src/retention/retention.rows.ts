import { nextNight, recordKinds, records } from '@sila/domain/retention'
import type { RecordKind, RecordTerms } from '@sila/domain/retention'
import type { Context } from '../context.ts'
import { demand } from '../context.ts'
import { read } from '../database/database.ts'
import type { Retention, RetentionRun, RetentionSetting } from './retention.types.ts'

type SettingLine = { record: string; months: number | null; reason: string; setAt: Date; setBy: string }

/** How long each kind of record is kept: the default, or what the privacy officer set. */
export async function readSettings(ctx: Context): Promise<RetentionSetting[]> {
  demand(ctx, 'privacy.read')
  const rows = await read<SettingLine>(ctx.house.database.pool, {
    name: 'retention-settings',
    text: `select record, months, reason, set_at as "setAt", set_by as "setBy" from retention_setting`,
    values: [],
  })
  const staff = await ctx.house.directory.staff()
  return recordKinds.map((record) => {
    const { months: defaultMonths, ...bounds }: RecordTerms = records[record]
    const own = rows.find((row) => row.record === record)
    return {
      ...{ record, defaultMonths, ...bounds, months: own ? own.months : defaultMonths },
      ...{ reason: own?.reason ?? null, setAt: own?.setAt ?? null },
      setBy: own ? (staff.get(own.setBy) ?? null) : null,
    }
  })
}

// The pages of a run are told as one.
const runs = `select begun_at as "begunAt", record, sum(examined)::int as examined, sum(erased)::int as erased,
    sum(held)::int as held, sum(open)::int as open
  from retention_run group by begun_at, record having sum(examined) > 0 order by begun_at desc, record limit 60`

/** Settings and the last runs; retention_run_newest serves them. */
export async function readRetention(ctx: Context): Promise<Retention> {
  const settings = await readSettings(ctx)
  const { pool } = ctx.house.database
  const [last] = await read<{ at: Date | null }>(pool, {
    ...{ name: 'retention-last', text: `select max(begun_at) as at from retention_run`, values: [] },
  })
  const lines = await read<Omit<RetentionRun, 'record'> & { record: string }>(pool, {
    ...{ name: 'retention-runs', text: runs, values: [] },
  })
  return {
    settings,
    runs: lines.flatMap((line) => {
      const record = recordKinds.find((kind) => kind === line.record)
      return record ? [{ ...line, record }] : []
    }),
    lastRunAt: last?.at ?? null,
    nextRunAt: nextNight(ctx.house.calendar.timeZone, ctx.now),
  }
}

/** How long a kind of record is kept now. */
export async function readSetting(ctx: Context, record: RecordKind): Promise<RetentionSetting | null> {
  return (await readSettings(ctx)).find((setting) => setting.record === record) ?? null
}
