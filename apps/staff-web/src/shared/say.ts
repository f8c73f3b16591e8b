import { closeToast, showToast } from '@sila/ui/Toast'
import type { Translate } from '../i18n/useT.ts'

let last: number | undefined

/** Tells a person how their own act went; a way back is offered where there is one. */
export function say(
  t: Translate,
  text: string,
  more: { tone?: 'ok' | 'danger' | 'warn'; undo?: () => void } = {},
): void {
  // One at a time: an older way back would undo against a thread that has moved on.
  if (last !== undefined) closeToast(last)
  last = showToast({
    text,
    closeLabel: t('app.dismiss'),
    tone: more.tone ?? 'ok',
    ...(more.undo && { undo: { label: t('app.undo'), act: more.undo } }),
  })
}
