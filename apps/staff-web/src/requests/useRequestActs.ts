import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import {
  AskInfoRequestDocument,
  AssignRequestDocument,
  FulfilRequestDocument,
  LodgeRequestDocument,
  MergeRequestDocument,
  NoteRequestDocument,
  RejectRequestDocument,
} from '../generated/graphql.ts'
import { takeAway } from '../circle/sight.ts'
import { useT } from '../i18n/useT.ts'
import { newId } from '../shared/newId.ts'
import { say } from '../shared/say.ts'
import { isPlain, plainActs, resultOf, type PageAct } from './acts.ts'

/** What the fields of an act may hold. */
export type ActFields = { text: string; items: string; reference: string; date: string; code: string }

type Target = { id: string; version: number; assignee: { id: string } | null }
type Outcome = { done: boolean; problems: Record<string, string> }

/** Everything that can be done to a request. */
export function useRequestActs(target: Target, onChanged: () => void) {
  const client = useApolloClient()
  const { t } = useT()
  const [busy, setBusy] = useState<string>()
  const { id } = target

  async function run(
    name: string,
    ask: () => Promise<object | null | undefined>,
    undo?: () => void,
  ): Promise<Outcome> {
    setBusy(name)
    try {
      const result = resultOf(await ask())
      if (result?.conflict) {
        say(t, t('act.changedMeanwhile'), { tone: 'warn' })
        onChanged()
        return { done: false, problems: {} }
      }
      if (!result || result.problems.length > 0) {
        const problems = result?.problems ?? []
        if (problems.length === 0 || problems.some(({ field }) => field === null)) {
          say(t, problems.map(({ message }) => message).join(' ') || t('act.failed'), { tone: 'danger' })
        }
        return {
          done: false,
          problems: Object.fromEntries(problems.map(({ field, message }) => [field ?? '', message])),
        }
      }
      if (!result.request) {
        say(t, t('done.outOfSight'))
        takeAway(client, id)
        return { done: true, problems: {} }
      }
      say(t, t(`requestDone.${name}`), undo ? { undo } : {})
      onChanged()
      return { done: true, problems: {} }
    } catch {
      say(t, t('act.failed'), { tone: 'danger' })
      return { done: false, problems: {} }
    } finally {
      setBusy(undefined)
    }
  }

  function act(name: PageAct, fields: Partial<ActFields> = {}): Promise<Outcome> {
    const base = { clientMutationId: newId(), expectedVersion: target.version }
    const text = fields.text?.trim() ?? ''
    const optional = text === '' ? null : text
    return run(name, async () => {
      if (isPlain(name)) {
        return (
          await client.mutate({
            mutation: plainActs[name],
            variables: { id, input: { ...base, text: optional } },
          })
        ).data
      }
      if (name === 'askInfo') {
        const items = (fields.items ?? '')
          .split('\n')
          .map((item) => item.trim())
          .filter(Boolean)
        return (
          await client.mutate({
            mutation: AskInfoRequestDocument,
            variables: { id, input: { ...base, items, text: optional } },
          })
        ).data
      }
      if (name === 'lodge') {
        const input = {
          ...base,
          externalReference: fields.reference ?? '',
          lodgedAt: `${fields.date ?? ''}T00:00:00+03:00`,
        }
        return (await client.mutate({ mutation: LodgeRequestDocument, variables: { id, input } })).data
      }
      if (name === 'merge') {
        const input = { ...base, into: fields.reference ?? '' }
        return (await client.mutate({ mutation: MergeRequestDocument, variables: { id, input } })).data
      }
      if (name === 'reject') {
        return (
          await client.mutate({
            mutation: RejectRequestDocument,
            variables: { id, input: { ...base, code: fields.code ?? '', text } },
          })
        ).data
      }
      return (
        await client.mutate({
          mutation: FulfilRequestDocument,
          variables: { id, input: { ...base, deliverable: text } },
        })
      ).data
    })
  }

  function assign(assigneeId: string | null): Promise<Outcome> {
    const before = target.assignee?.id ?? null
    const input = { clientMutationId: newId(), expectedVersion: target.version, assigneeId }
    return run(
      assigneeId === null ? 'unassign' : 'assign',
      async () => (await client.mutate({ mutation: AssignRequestDocument, variables: { id, input } })).data,
      // The version has moved by one with our own act.
      () =>
        void client
          .mutate({
            mutation: AssignRequestDocument,
            variables: {
              id,
              input: { clientMutationId: newId(), expectedVersion: target.version + 1, assigneeId: before },
            },
          })
          .then(onChanged),
    )
  }

  function note(text: string): Promise<Outcome> {
    return run(
      'note',
      async () =>
        (
          await client.mutate({
            mutation: NoteRequestDocument,
            variables: { id, input: { clientMutationId: newId(), text } },
          })
        ).data,
    )
  }

  return { act, assign, note, busy }
}
