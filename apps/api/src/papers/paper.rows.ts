import type { Paper } from '@sila/domain/paper'
import type { ProvenContext } from '../codes/proven.ts'
import type { Context } from '../context.ts'
import { demand } from '../context.ts'
import { read } from '../database/database.ts'
import type { MinePaper, PaperSeen } from './paper.types.ts'

/** That a paper was seen, as it is stored. */
export type PaperRow = Omit<PaperSeen, 'seenBy'> & { seenBy: string }

const columns = `id, paper, seen_at as "seenAt", seen_by as "seenBy", to_char(expires_on, 'YYYY-MM-DD') as "expiresOn",
  unseen_at as "unseenAt", unseen_reason as "unseenReason"`

/** The newest fifty notes that a paper of the person was seen; paper_seen_person serves it. */
export async function readPapers(ctx: Context, beneficiaryId: string): Promise<PaperSeen[]> {
  demand(ctx, 'beneficiary.read')
  const rows = await read<PaperRow>(ctx.house.database.pool, {
    name: 'papers',
    text: `select ${columns} from paper_seen where beneficiary_id = $1 order by id desc limit 50`,
    values: [beneficiaryId],
  })
  const staff = await ctx.house.directory.staff()
  return rows.map((row) => ({ ...row, seenBy: staff.get(row.seenBy) ?? null }))
}

/** What of the person's own papers was seen, and still stands; who saw it is not told. */
export function readOwnPapers({ house, actor }: ProvenContext): Promise<MinePaper[]> {
  return read<{ id: string; paper: Paper; seenAt: Date; expiresOn: string | null }>(house.database.pool, {
    name: 'own-papers',
    text: `select id, paper, seen_at as "seenAt", to_char(expires_on, 'YYYY-MM-DD') as "expiresOn" from paper_seen
      where beneficiary_id = $1 and unseen_at is null order by id desc limit 50`,
    values: [actor.beneficiaryId],
  })
}
