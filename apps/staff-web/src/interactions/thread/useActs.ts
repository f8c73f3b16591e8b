import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { takeAway } from '../../circle/sight.ts'
import {
  AssignThreadDocument,
  DecideThreadDocument,
  type ActResultFragment,
  type InboxRowFragment,
} from '../../generated/graphql.ts'
import { useT } from '../../i18n/useT.ts'
import { newId } from '../../shared/newId.ts'
import { say } from '../../shared/say.ts'
import {
  decisions,
  isDecision,
  isUndoable,
  plainActs,
  resultOf,
  undoOf,
  type DecisionAct,
  type PlainAct,
} from './acts.ts'
import { rememberOwn } from './ownVersions.ts'

type Owner = { assigneeId?: string | null; teamId?: string | null }
type Target = Pick<InboxRowFragment, 'id' | 'version' | 'assignee' | 'team'>

/** Everything that can be done to a thread besides writing in it; each act says how it went. */
export function useActs(thread: Target | undefined, onChanged: () => void) {
  const client = useApolloClient()
  const { t } = useT()
  const [busy, setBusy] = useState<string>()

  async function run(
    name: string,
    ask: () => Promise<object | null | undefined>,
    undo?: (done: Target) => void,
  ): Promise<boolean> {
    setBusy(name)
    try {
      const result = resultOf(await ask())
      return settle(name, result, undo)
    } catch {
      say(t, t('act.failed'), { tone: 'danger' })
      return false
    } finally {
      setBusy(undefined)
    }
  }

  function settle(
    name: string,
    result: ActResultFragment | undefined,
    undo?: (done: Target) => void,
  ): boolean {
    const done = result?.interaction
    const movedOn = result !== undefined && result.problems.length === 0 && !result.conflict && !done
    if (movedOn && thread) {
      say(t, t('done.outOfSight'))
      takeAway(client, thread.id)
      return true
    }
    if (result?.conflict) {
      say(t, t('act.changedMeanwhile'), { tone: 'warn' })
      onChanged()
      return false
    }
    if (!result || result.problems.length > 0 || !done) {
      say(t, result?.problems.map(({ message }) => message).join(' ') ?? t('act.failed'), { tone: 'danger' })
      return false
    }
    rememberOwn(done.id, done.version)
    say(t, t(`done.${name}`), undo && { undo: () => undo(done) })
    onChanged()
    return true
  }

  function act(name: PlainAct | DecisionAct, reason = '', target = thread): Promise<boolean> {
    if (!target) return Promise.resolve(false)
    const { id, version } = target
    if (isDecision(name)) {
      const input = {
        clientMutationId: newId(),
        expectedVersion: version,
        decision: decisions[name],
        text: reason,
      }
      return run(
        name,
        async () => (await client.mutate({ mutation: DecideThreadDocument, variables: { id, input } })).data,
      )
    }
    const input = {
      clientMutationId: newId(),
      expectedVersion: version,
      reason: reason === '' ? null : reason,
    }
    const before = { assigneeId: target.assignee?.id ?? null, teamId: target.team?.id ?? null }
    const undo = isUndoable(name)
      ? (done: Target) => void act(undoOf[name], '', done)
      : name === 'take'
        ? (done: Target) => void assign(before, done)
        : undefined
    return run(
      name,
      async () => (await client.mutate({ mutation: plainActs[name], variables: { id, input } })).data,
      undo,
    )
  }

  function assign(owner: Owner, target = thread): Promise<boolean> {
    if (!target) return Promise.resolve(false)
    const { id, version } = target
    const before = { assigneeId: target.assignee?.id ?? null, teamId: target.team?.id ?? null }
    const input = { clientMutationId: newId(), expectedVersion: version, ...owner }
    const name = owner.assigneeId || owner.teamId ? 'assign' : 'unassign'
    return run(
      name,
      async () => (await client.mutate({ mutation: AssignThreadDocument, variables: { id, input } })).data,
      (done) => void assign(before, done),
    )
  }

  return { act, assign, busy }
}
