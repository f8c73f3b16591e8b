import { useState } from 'react'
import type { MineResultFragment } from '../generated/mine/graphql.ts'
import type { Refusal } from './ask.ts'

/** Changes the own record and reads it again, or shows what is to be put right. */
export function useChange(reload: () => Promise<void>) {
  const [problems, setProblems] = useState<readonly Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const [unsent, setUnsent] = useState(false)

  async function run(work: () => Promise<MineResultFragment>): Promise<boolean> {
    setBusy(true)
    setUnsent(false)
    try {
      const result = await work()
      setProblems(result.problems)
      if (result.mine) await reload()
      return Boolean(result.mine)
    } catch {
      setUnsent(true)
      return false
    } finally {
      setBusy(false)
    }
  }

  return {
    run,
    busy,
    unsent,
    problems,
    errorOf: (field: string) => problems.find((problem) => problem.field === field)?.message,
  }
}
