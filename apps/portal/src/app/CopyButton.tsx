import { Button } from '@sila/ui/Button'
import { CheckIcon, CopyIcon } from '@sila/ui/icons'
import { useState } from 'react'

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false)

  async function copy(): Promise<void> {
    if (!(await written(text))) return
    setCopied(true)
    setTimeout(() => setCopied(false), 3000)
  }

  return (
    <Button icon={copied ? <CheckIcon /> : <CopyIcon />} onClick={() => void copy()} aria-live="polite">
      {copied ? done : label}
    </Button>
  )
}

// The clipboard exists only over TLS; the old way works where an association serves plain HTTP in its house.
async function written(text: string): Promise<boolean> {
  if ('clipboard' in navigator) {
    const granted = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    if (granted) return true
  }
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}
