import { Button } from '@sila/ui/Button'
import { DownloadIcon } from '@sila/ui/icons'
import { useState } from 'react'
import type { FileToKeepFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { download } from './download.ts'
import { newId } from './newId.ts'
import { say } from './say.ts'

type Props = {
  label: string
  disabled?: boolean
  /** Has the server make the file, which notes it before it gives it. */
  make: (clientMutationId: string) => Promise<FileToKeepFragment | undefined>
}

/** Takes something out of the house as a file; each press is an export of its own. */
export function ExportButton({ label, disabled = false, make }: Props) {
  const { t } = useT()
  const [busy, setBusy] = useState(false)
  async function go(): Promise<void> {
    setBusy(true)
    try {
      const outcome = await make(newId())
      if (outcome?.file) {
        download(outcome.file)
        say(t, t('export.noted'))
      } else say(t, outcome?.problems[0]?.message ?? t('act.failed'), { tone: 'warn' })
    } catch {
      say(t, t('act.failed'), { tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button icon={<DownloadIcon size={18} />} disabled={disabled} busy={busy} onClick={() => void go()}>
      {label}
    </Button>
  )
}
