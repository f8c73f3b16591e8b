import { codeRules } from '@sila/domain/code'
import { Banner } from '@sila/ui/Banner'
import { Bdi } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { TextInput } from '@sila/ui/TextInput'
import { useEffect, useRef, useState } from 'react'
import type { SubmitEvent } from 'react'
import { useAssociation } from '../app/association.ts'
import { t } from '../app/words.ts'
import type { Refusal } from './ask.ts'
import styles from './Mine.module.css'

type Proving = { ticket: string; code: string; name?: string | null }
type Props = {
  /** Sets the ids of the controls apart where two such forms could meet. */
  id: string
  label: string
  help: string
  askLabel: string
  proveLabel: string
  ask: (address: string) => Promise<{ ticket?: string | null; problems: readonly Refusal[] }>
  prove: (input: Proving) => Promise<readonly Refusal[]>
}

/** Two steps: where the code shall go, and the code that came. */
export function CodeForm({ id, label, help, askLabel, proveLabel, ask, prove }: Props) {
  const [address, setAddress] = useState('')
  const [ticket, setTicket] = useState<string>()
  const [code, setCode] = useState('')
  const [name, setName] = useState<string>()
  const [problems, setProblems] = useState<readonly Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const [unsent, setUnsent] = useState(false)
  const codeField = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (ticket) codeField.current?.querySelector('input')?.focus()
  }, [ticket])

  async function run(work: () => Promise<readonly Refusal[]>): Promise<void> {
    setBusy(true)
    setUnsent(false)
    try {
      const found = await work()
      setProblems(found)
      if (found.some((problem) => problem.code === 'NAME_NEEDED')) setName((before) => before ?? '')
    } catch {
      setUnsent(true)
    } finally {
      setBusy(false)
    }
  }

  function submitAddress(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    void run(async () => {
      const asked = await ask(address)
      if (asked.ticket) setTicket(asked.ticket)
      return asked.problems
    })
  }

  function submitCode(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (ticket) void run(() => prove({ ticket, code, name: name ?? null }))
  }

  function again(): void {
    setTicket(undefined)
    setCode('')
    setName(undefined)
    setProblems([])
  }

  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const rest = problems.filter(({ field }) => !['address', 'code', 'name'].includes(field ?? ''))
  const notes = (
    <>
      {rest.map((problem) => (
        <Banner key={problem.code} tone="danger">
          {problem.message}
        </Banner>
      ))}
      {unsent && <Banner tone="danger">{t('mine.unsent')}</Banner>}
    </>
  )

  if (ticket === undefined) {
    return (
      <form className="stack" onSubmit={submitAddress} noValidate>
        <TextInput
          id={`${id}-address`}
          label={label}
          help={help}
          error={errorOf('address')}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          dir="ltr"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        {notes}
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {askLabel}
          </Button>
        </div>
      </form>
    )
  }
  return (
    <form ref={codeField} className="stack" onSubmit={submitCode} noValidate>
      <p role="status">
        <Bdi>{t('mine.sent', { address: `\u2066${address}\u2069` })}</Bdi>
      </p>
      <Demonstration />
      <TextInput
        id={`${id}-code`}
        className={styles.code}
        label={t('mine.code')}
        error={errorOf('code')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={codeRules.digits * 3}
      />
      {name !== undefined && (
        <TextInput
          id={`${id}-name`}
          label={t('mine.name')}
          error={errorOf('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
      {notes}
      <div className="row">
        <Button type="submit" variant="primary" busy={busy}>
          {proveLabel}
        </Button>
        <Button variant="ghost" onClick={again}>
          {t('mine.again')}
        </Button>
      </div>
    </form>
  )
}

/** In the demonstration nothing is sent; whoever tries it finds the code where developers do. */
function Demonstration() {
  if (!useAssociation()?.demonstration) return null
  return (
    <Banner>
      {t('mine.demo')}{' '}
      <a href="/api/demo/outbox" target="_blank" rel="noreferrer">
        {t('mine.demo.open')}
      </a>
    </Banner>
  )
}
