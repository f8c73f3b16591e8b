import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useRef, useState } from 'react'
import { client } from '../app/client.ts'
import { language } from '../app/language.ts'
import { newId } from '../app/new-id.ts'
import { readFragment } from '../generated/fragment-masking.ts'
import type { FragmentType } from '../generated/fragment-masking.ts'
import { TrackedResultFragmentDoc, TrackingFragmentDoc } from '../generated/graphql.ts'
import type { TrackingFragment } from '../generated/graphql.ts'

type Result = FragmentType<typeof TrackedResultFragmentDoc>
type Base = { clientMutationId: string; reference: string; secret: string }
export type Acting = {
  tracked: TrackingFragment
  secret: string
  onChange: (tracked: TrackingFragment) => void
}

/** Does one thing to the person's matter. A second press, or a press after a cut, counts once: the id stays until it worked. */
export function useAct<Input extends Base, Data>(
  document: TypedDocumentNode<Data, { input: Input; language: string }>,
  pick: (data: Data) => Result,
  { tracked, secret, onChange }: Acting,
) {
  const id = useRef(newId())
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const [unsent, setUnsent] = useState(false)

  async function run(rest: Omit<Input, keyof Base>): Promise<boolean> {
    setBusy(true)
    setMessage(undefined)
    setUnsent(false)
    const base: Base = { clientMutationId: id.current, reference: tracked.reference, secret }
    try {
      // @ts-expect-error -- Base and the rest of Input are Input; TypeScript does not see it through a generic
      const input: Input = { ...base, ...rest }
      const { data } = await client.mutate({
        mutation: document,
        variables: { input, language: language() },
        fetchPolicy: 'no-cache',
      })
      // oxlint-disable-next-line typescript/consistent-type-assertions -- Apollo widens the data of a document that is a parameter
      const result = data ? readFragment(TrackedResultFragmentDoc, pick(data as Data)) : undefined
      setMessage(result?.problems[0]?.message)
      const next = readFragment(TrackingFragmentDoc, result?.tracked)
      if (!next || (result && result.problems.length > 0)) {
        setUnsent(!result)
        return false
      }
      id.current = newId()
      onChange(next)
      return true
    } catch {
      setUnsent(true)
      return false
    } finally {
      setBusy(false)
    }
  }

  return { run, busy, message, unsent }
}
