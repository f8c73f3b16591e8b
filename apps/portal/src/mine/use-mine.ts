import { useCallback, useEffect, useState } from 'react'
import { client } from '../app/client.ts'
import { forgetDevice } from '../app/forget-device.ts'
import { language } from '../app/language.ts'
import { useIdle } from '../app/use-idle.ts'
import { readFragment } from '../generated/mine/fragment-masking.ts'
import { MineDocument, MineLeaveDocument, MyRecordFragmentDoc } from '../generated/mine/graphql.ts'
import type { MineQuery, MyRecordFragment } from '../generated/mine/graphql.ts'

type Lists = Pick<NonNullable<MineQuery['mine']>, 'matters' | 'looks' | 'papers'>

export type MineState =
  | { state: 'loading' | 'nobody' | 'unreachable' | 'left' }
  | { state: 'known'; record: MyRecordFragment; lists: Lists }

/** The person's own record while this device is proven; after half an hour without a touch it is gone from here. */
export function useMine() {
  const [state, setState] = useState<MineState>({ state: 'loading' })

  const load = useCallback(() => readMine().then(setState), [])

  const leave = useCallback(async (everywhere: boolean): Promise<void> => {
    // Whether the server hears it or not, nothing stays here.
    await client
      .mutate({ mutation: MineLeaveDocument, variables: { everywhere }, fetchPolicy: 'no-cache' })
      .catch(() => undefined)
    await forgetDevice()
    setState({ state: 'left' })
  }, [])

  useEffect(() => {
    void readMine().then(setState)
  }, [])
  useIdle(state.state === 'known', () => void leave(false))

  return { state, load, leave }
}

async function readMine(): Promise<MineState> {
  try {
    const { data } = await client.query({
      query: MineDocument,
      variables: { language: language() },
      fetchPolicy: 'no-cache',
    })
    const mine = data?.mine
    if (!mine) return { state: 'nobody' }
    return { state: 'known', record: readFragment(MyRecordFragmentDoc, mine), lists: mine }
  } catch {
    return { state: 'unreachable' }
  }
}
