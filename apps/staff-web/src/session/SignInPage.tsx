import { Avatar } from '@sila/ui/Avatar'
import { Bdi } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { ErrorSummary } from '@sila/ui/ErrorSummary'
import { LockIcon } from '@sila/ui/icons'
import { TextInput } from '@sila/ui/TextInput'
import { useEffect, useState } from 'react'
import { RouteWaiting } from '../app/RouteWaiting.tsx'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { textOf } from '../shared/textOf.ts'
import { CodeStep } from './CodeStep.tsx'
import { DoorFrame } from './DoorFrame.tsx'
import { signInWithPasskey, type PasskeyResult } from './passkeys.ts'
import { forgetLed, goToProvider, readLed, type Led } from './provider.ts'
import { ProviderButton } from './ProviderButton.tsx'
import { demoSignIns, signIn, type DemoSignIn, type SignInResult } from './signIn.ts'
import styles from './SignInPage.module.css'
import { useWaysIn } from './waysIn.ts'

type Props = { association: string; onSignedIn: () => void }
type Outcome = SignInResult | PasskeyResult | Led
/** Where what went wrong is put right; elsewhere it is the form. */
const places: Partial<Record<Outcome, string>> = { passkeyNeeded: '#passkey', refused: '#email' }

/** The way in for staff. */
export function SignInPage({ association, onSignedIn }: Props) {
  const { t } = useT()
  const [led] = useState(readLed)
  const [result, setResult] = useState<Outcome | undefined>(led)
  const [busy, setBusy] = useState<string>()
  const demos = useDemoSignIns()
  const ways = useWaysIn()
  useEffect(forgetLed, [])

  async function enter(way: string, tried: Promise<Outcome>): Promise<void> {
    setBusy(way)
    setResult(undefined)
    const outcome = await tried
    setBusy(undefined)
    if (outcome === 'ok') onSignedIn()
    else setResult(outcome)
  }
  const withPassword = (email: string, password: string): Promise<void> =>
    enter(email, signIn(email, password))

  if (result === 'code')
    return (
      <DoorFrame association={association} title={t('signIn.codeTitle')}>
        <CodeStep onSignedIn={onSignedIn} onBack={() => setResult(undefined)} />
      </DoorFrame>
    )
  if (!ways) return <RouteWaiting />
  const byPassword = ways.passwords || led === 'recover'
  return (
    <DoorFrame association={association} title={t('signIn.title')}>
      {result !== undefined && result !== 'ok' && result !== 'recover' && (
        <ErrorSummary
          title={t('signIn.failed')}
          errors={[{ ...(places[result] && { href: places[result] }), text: t(`signIn.${result}`) }]}
        />
      )}
      {ways.provider && (
        <ProviderButton
          names={ways.provider}
          busy={busy === 'provider'}
          onPress={() => void enter('provider', goToProvider())}
        />
      )}
      {byPassword && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            const form = new FormData(event.currentTarget)
            void withPassword(textOf(form, 'email'), textOf(form, 'password'))
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
          <Button
            type="submit"
            variant={ways.provider ? 'secondary' : 'primary'}
            block
            busy={busy !== undefined && busy !== 'passkey' && busy !== 'provider'}
          >
            {t('signIn.submit')}
          </Button>
        </form>
      )}
      <Button
        id="passkey"
        block
        icon={<LockIcon size={18} />}
        busy={busy === 'passkey'}
        onClick={() => void enter('passkey', signInWithPasskey())}
      >
        {t('signIn.passkey')}
      </Button>
      {byPassword && demos.length > 0 && <Demos demos={demos} busy={busy} onChoose={withPassword} />}
    </DoorFrame>
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
