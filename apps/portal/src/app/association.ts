import { useSyncExternalStore } from 'react'
import { AssociationCardDocument } from '../generated/graphql.ts'
import type { AssociationCardQuery } from '../generated/graphql.ts'
import { language } from './language.ts'
import { fetchOperation } from './operation.ts'

/** Who answers here, and how to reach them. */
export type Association = AssociationCardQuery['association']

let known: Association | undefined
const listeners = new Set<() => void>()
const key = () => `sila.association.${language()}`

/** The association, as soon as it is known; kept on the device so that the page is whole when the line is cut. */
export function useAssociation(): Association | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => known,
    () => undefined,
  )
}

/** Shows what was kept, then what holds now. */
export async function loadAssociation(): Promise<void> {
  tell(kept())
  try {
    const { association } = await fetchOperation(AssociationCardDocument, { language: language() })
    tell(association)
    localStorage.setItem(key(), JSON.stringify(association))
  } catch {
    // Without the line the kept one stands; the page works without it.
  }
}

function kept(): Association | undefined {
  try {
    const text = localStorage.getItem(key())
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

function tell(association: Association | undefined): void {
  known = association ?? known
  for (const listener of listeners) listener()
}
