import { language } from './language.ts'

type Said = 'left' | 'touched'
/** What somebody does who sits here. */
const touches = ['pointerdown', 'keydown', 'scroll'] as const
const tellEvery = 30_000

let line: BroadcastChannel | undefined

// One line for hearing and telling: a tab does not hear itself.
function open(): BroadcastChannel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined
  return (line ??= new BroadcastChannel('sila.device'))
}

const say = (said: Said) => open()?.postMessage(said)

function onSaid(said: Said, listener: () => void): () => void {
  const hear = ({ data }: MessageEvent) => {
    if (data === said) listener()
  }
  const from = open()
  from?.addEventListener('message', hear)
  return () => from?.removeEventListener('message', hear)
}

/** Empties this tab when whoever sits here leaves in another one, and tells the others while somebody sits here. */
export function followLeaving(empty = () => location.replace(`/${language()}`)): void {
  onSaid('left', empty)
  let told = 0
  const touched = () => {
    if (Date.now() - told < tellEvery) return
    told = Date.now()
    say('touched')
  }
  for (const touch of touches) addEventListener(touch, touched, { passive: true })
}

/** Tells the other tabs of this device that whoever sat here has left. */
export const tellLeft = () => say('left')

/** Hears that somebody sits here, in this tab or in another one. */
export function onTouch(listener: () => void): () => void {
  for (const touch of touches) addEventListener(touch, listener, { passive: true })
  const stop = onSaid('touched', listener)
  return () => {
    stop()
    for (const touch of touches) removeEventListener(touch, listener)
  }
}
