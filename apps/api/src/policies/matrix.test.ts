import { defaultRoles, roles } from '@sila/domain/permission'
import { expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'
import { lookAtAll, lookers } from '../testing/matrix.ts'
import type { Matrix } from '../testing/matrix.ts'

const api = useApi()

const head = `# Who sees what

Written by the spec beside it from what the API really answers; a change here is a change of who sees what.
For matters: own, of a colleague in the team, of a team near by in the department, of a far department, sensitive
outside of the circle, one of a far department that was opened in an emergency, a complaint about oneself. An act is "yes" for whoever may begin it.
Whoever reads masked is shown a blank for "masked", or a sign or a month that leads to nobody; of matters, all that are
named behind "masked:" are there with a blank. Were a mask to let a value through, its field would be named as if there
were no mask.
`

test('both walls stand: every field, for every role, as it stands in the table that people read', async () => {
  await expect(written(await lookAtAll(api))).toMatchFileSnapshot('./matrix.md')
}, 600_000)

function written(matrix: Matrix): string {
  const reach = roles.map((role) => `- ${role} reaches ${defaultRoles[role].scope}`)
  const columns = [`| field | ${lookers.join(' | ')} |`, `|---|${lookers.map(() => '---|').join('')}`]
  const rows = [...matrix].map(([field, cells]) => `| ${field} | ${cells.join(' | ')} |`).toSorted()
  return [head, ...reach, '', ...columns, ...rows, ''].join('\n')
}
