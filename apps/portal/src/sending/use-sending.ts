import { useEffect, useState } from 'react'
import { language } from '../app/language.ts'
import { navigate } from '../app/navigation.ts'
import { pathOf } from '../app/routes.ts'
import { idOf, lastReceipt, onOutcome, send, waiting, watchLine } from './outbox.ts'
import type { Outcome, Refusal, Work } from './work.ts'

export type Sending = 'idle' | 'sending' | 'waiting' | 'failed'

/** Sends work and follows what becomes of it, also when another page or tab sends it later. */
export function useSending(clientMutationId: string, onRefusal: (problems: readonly Refusal[]) => void) {
  const [state, setState] = useState<Sending>('idle')

  function take(outcome: Outcome): void {
    if (outcome.state === 'refused') onRefusal(outcome.problems)
    // What was sent stays locked until the receipt takes its place.
    if (outcome.state === 'sent') setState('sending')
    else setState(outcome.state === 'refused' ? 'idle' : outcome.state)
    if (outcome.state === 'sent') void navigate(pathOf(language(), 'receipt'), 'replace')
  }

  useEffect(() => onOutcome((id, outcome) => id === clientMutationId && take(outcome)))

  useEffect(() => {
    let here = true
    void watchLine()
    void waiting().then((all) => {
      if (here && all.some((work) => idOf(work) === clientMutationId)) setState('waiting')
    })
    // The same draft may have been sent from another tab while this one slept.
    const wake = () =>
      void lastReceipt().then((receipt) => {
        if (here && receipt?.clientMutationId === clientMutationId) take({ state: 'sent', receipt })
      })
    addEventListener('focus', wake)
    return () => {
      here = false
      removeEventListener('focus', wake)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- looks at the device once for each draft
  }, [clientMutationId])

  async function start(work: Work): Promise<void> {
    setState('sending')
    take(await send(work))
  }

  return { state, start }
}
