import { Ctx, Query, Resolver } from 'type-graphql'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import { ofHouse } from '../walls/actor.ts'
import { AuditTrail } from './audit.types.ts'
import type { AuditCheck } from './audit.types.ts'
import { readHead } from './seal.ts'

@Resolver()
export class AuditResolver {
  @Query(() => AuditTrail, { description: 'The head of the audit trail, and how it was found last.' })
  async auditTrail(@Ctx() ctx: Context): Promise<AuditTrail> {
    demand(ctx, 'privacy.read')
    const head = await readHead(ofHouse(ctx.house).pool)
    const [check] = await read<AuditCheck>(ctx.house.database.pool, {
      name: 'audit-check',
      text: `select at, rows::float8 as rows, unsealed::float8 as unsealed, damages from audit_check order by at desc, id desc limit 1`,
      values: [],
    })
    return { head: head ? `${head.count}:${head.hash}` : null, check: check ?? null }
  }
}
