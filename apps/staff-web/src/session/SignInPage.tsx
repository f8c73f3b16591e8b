import { Avatar } from '@sila/ui/Avatar'
import { Bdi } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { ErrorSummary } from '@sila/ui/ErrorSummary'
import { TextInput } from '@sila/ui/TextInput'
import { useEffect, useState } from 'react'
import { LanguageSwitch } from '../app/LanguageSwitch.tsx'
import { Mark } from '../app/Mark.tsx'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { demoSignIns, signIn, type DemoSignIn, type SignInResult } from './signIn.ts'
import styles from './SignInPage.module.css'

type Props = { association: string; onSignedIn: () => void }

/** The way in for staff. */
export function SignInPage({ association, onSignedIn }: Props) {
  const { t } = useT()
  const [result, setResult] = useState<SignInResult>()
  const [busy, setBusy] = useState<string>()
  const demos = useDemoSignIns()

  async function enter(email: string, password: string): Promise<void> {
    setBusy(email)
    setResult(undefined)
    const outcome = await signIn(email, password)
    setBusy(undefined)
    if (outcome === 'ok') onSignedIn()
    else setResult(outcome)
  }

  return (
    <main className={styles.page}>
      <section className={styles.card} aria-labelledby="sign-in-title">
        <header className={styles.head}>
          <Mark />
          <div>
            <p className={styles.brand}>{t('app.name')}</p>
            <p className={styles.meta}>
              <Bdi>{association}</Bdi>
            </p>
          </div>
          <LanguageSwitch />
        </header>
        <h1 id="sign-in-title" className={styles.title}>
          {t('signIn.title')}
        </h1>
        {result !== undefined && result !== 'ok' && (
          <ErrorSummary
            title={t('signIn.failed')}
            errors={[{ href: '#email', text: t(`signIn.${result}`) }]}
          />
        )}
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            const form = new FormData(event.currentTarget)
            void enter(textOf(form, 'email'), textOf(form, 'password'))
          }}
        >
          <TextInput
            id="email"
            name="email"
            type="email"
            label={t('signIn.email')}
            autoComplete="username"
            required
            dir="ltr"
          />
          <TextInput
            id="password"
            name="password"
            type="password"
            label={t('signIn.password')}
            autoComplete="current-password"
            required
            dir="ltr"
          />
          <Button type="submit" variant="primary" block busy={busy !== undefined}>
            {t('signIn.submit')}
          </Button>
        </form>
        {demos.length > 0 && <Demos demos={demos} busy={busy} onChoose={enter} />}
      </section>
    </main>
  )
}

type DemosProps = {
  demos: DemoSignIn[]
  busy: string | undefined
  onChoose: (email: string, password: string) => Promise<void>
}

function Demos({ demos, busy, onChoose }: DemosProps) {
  const { t } = useT()
  return (
    <section className={styles.demos} aria-labelledby="demo-title">
      <h2 id="demo-title" className={styles.demoTitle}>
        {t('signIn.demo')}
      </h2>
      <p className={styles.meta}>{t('signIn.demoHelp')}</p>
      <ul className={styles.demoList}>
        {demos.map(({ email, password, name, role }) => (
          <li key={email}>
            <button
              type="button"
              className={styles.demo}
              disabled={busy !== undefined}
              onClick={() => void onChoose(email, password)}
            >
              <Avatar name={name} size={32} />
              <span className={styles.demoName}>
                <Bdi>{name}</Bdi>
                <span className={styles.meta}>{word('role', role)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useDemoSignIns(): DemoSignIn[] {
  const [demos, setDemos] = useState<DemoSignIn[]>([])
  useEffect(() => {
    let stale = false
    void demoSignIns().then((found) => {
      if (!stale) setDemos(found)
    })
    return () => {
      stale = true
    }
  }, [])
  return demos
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
