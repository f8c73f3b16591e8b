import { useState } from 'react'
import { useT } from '../i18n/useT.ts'
import { newId } from './newId.ts'

type Told = readonly { message: string; field?: string | null }[]

/** Sends an act once for one intention: the same again under the same key, anything else under a new one. */
export function useAct() {
  const { t } = useT()
  const [problems, setProblems] = useState<Told>([])
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState<{ key: string; what: string }>()

  /** Sends, and says whether it is done; what to put right stands in `problems`. */
  async function act(content: object, send: (key: string) => Promise<Told | undefined>): Promise<boolean> {
    const what = JSON.stringify(content)
    const key = tried?.what === what ? tried.key : newId()
    setTried({ key, what })
    setBusy(true)
    try {
      const found = (await send(key)) ?? []
      setProblems(found)
      return found.length === 0
    } catch {
      setProblems([{ message: t('act.failed') }])
      return false
    } finally {
      setBusy(false)
    }
  }
  const problemAt = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.message
  return { act, busy, problems, problemAt }
}
