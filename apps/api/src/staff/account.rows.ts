import type { Context } from '../context.ts'
import { signedOut } from '../errors.ts'
import { read } from '../database/database.ts'
import { ofHouse } from '../walls/actor.ts'
import type { MyAccount, StaffAccount, StaffPasskey, StaffSession } from './account.types.ts'
import type { StaffMember } from './staff-member.entity.ts'

/** Whoever is signed in, by a session of a browser. */
export function myself(ctx: Context): StaffMember {
  if (ctx.actor.type !== 'STAFF' || ctx.actor.key) throw signedOut()
  return ctx.actor.staff
}

/** How whoever is signed in gets in. Indexes: auth_session and auth_passkey by "userId". */
export async function readMyAccount(ctx: Context): Promise<MyAccount> {
  const { userId } = myself(ctx)
  // Of sign-ins the house reads, and gives whoever asks what is theirs to know.
  const { pool } = ofHouse(ctx.house)
  const [sessions, passkeys, [user]] = await Promise.all([
    read<StaffSession>(pool, {
      name: 'my-sessions',
      text: `select id, "userAgent", way, "createdAt" as "startedAt", "expiresAt" as "endsAt", id = $2 as current
        from auth_session where "userId" = $1 and "expiresAt" > now() order by current desc, "createdAt" desc limit 100`,
      values: [userId, ctx.actor.type === 'STAFF' ? ctx.actor.sessionId : null],
    }),
    read<StaffPasskey>(pool, {
      name: 'my-passkeys',
      text: `select id, name, "createdAt" as "addedAt" from auth_passkey where "userId" = $1
        order by "createdAt" desc limit 100`,
      values: [userId],
    }),
    read<{ totp: boolean }>(pool, {
      name: 'my-second-factor',
      text: `select "twoFactorEnabled" as totp from auth_user where id = $1`,
      values: [userId],
    }),
  ])
  return { sessions, passkeys, totp: user?.totp ?? false }
}

type AccountRow = Omit<StaffAccount, 'staff'>

/** How everybody gets in, or one person; those who left stay in the list, so that they can come back. */
export async function readAccounts(ctx: Context, id: string | null = null): Promise<StaffAccount[]> {
  const rows = await read<AccountRow>(ofHouse(ctx.house).pool, {
    name: 'staff-accounts',
    text: `select s.id, s.active, u."twoFactorEnabled" as totp,
        (select count(*)::int from auth_passkey p where p."userId" = u.id) as passkeys,
        (select count(*)::int from auth_session a where a."userId" = u.id and a."expiresAt" > now()) as sessions,
        (select max(a."createdAt") from auth_session a where a."userId" = u.id) as "signedInAt"
      from staff s join auth_user u on u.id = s.user_id where $1::uuid is null or s.id = $1
      order by s.active desc, s.name limit 1000`,
    values: [id],
  })
  const staff = await ctx.house.directory.staff()
  return rows.flatMap((row) => {
    const member = staff.get(row.id)
    return member ? [{ ...row, staff: member }] : []
  })
}
