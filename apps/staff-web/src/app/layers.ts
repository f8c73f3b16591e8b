import { useOutletContext } from 'react-router'

/** What a room can have opened over it. */
export type Layers = {
  record?: () => void
  /** Opens a matter in an emergency; missing where one may not. */
  emergency?: ((reference?: string) => void) | undefined
}

/** The layers of the shell around this room. */
export function useLayers(): Layers {
  return useOutletContext<Layers | undefined>() ?? {}
}
