import { Avatar } from '@sila/ui/Avatar'
import { Bdi } from '@sila/ui/Bdi'
import { CheckIcon, LanguagesIcon, LockIcon, MoonIcon, SignOutIcon, SunIcon } from '@sila/ui/icons'
import { LazyMenu } from '../shared/LazyMenu.tsx'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { activateLanguage, appLanguages, ownNames } from '../i18n/i18n.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { forgetDrafts, hasDrafts } from '../interactions/thread/drafts.ts'
import { useSession } from '../session/Session.tsx'
import { signOut } from '../session/signIn.ts'
import { applyTheme, currentTheme, themes, type Theme } from './theme.ts'
import styles from './Myself.module.css'

const LeaveDrafts = lazy(async () => ({ default: (await import('./LeaveDrafts.tsx')).LeaveDrafts }))
const themeIcon = { auto: CheckIcon, light: SunIcon, dark: MoonIcon } as const

/** Who is signed in, whether they are there, and what is theirs to set: language, look, the way out. */
export function Myself() {
  const { t, language } = useT()
  const { me } = useSession()
  const [theme, setTheme] = useState<Theme>(currentTheme)
  const [leaving, setLeaving] = useState(false)
  const navigate = useNavigate()
  const items = [
    { id: 'account', label: t('nav.account'), icon: <LockIcon size={18} /> },
    ...appLanguages
      .filter((other) => other !== language)
      .map((other) => ({ id: other, label: ownNames[other], icon: <LanguagesIcon size={18} /> })),
    ...themes
      .filter((other) => other !== theme)
      .map((other) => {
        const Sign = themeIcon[other]
        return { id: other, label: t(`theme.${other}`), icon: <Sign size={18} /> }
      }),
    { id: 'out', label: t('nav.signOut'), icon: <SignOutIcon size={18} /> },
  ]
  // The desk may be somebody else's next: what was begun and not sent does not stay on it.
  const leave = (): void => {
    forgetDrafts(me.id)
    void signOut()
  }
  const act = (id: string): void => {
    if (id === 'out' && hasDrafts(me.id)) setLeaving(true)
    else if (id === 'out') leave()
    if (id === 'account') void navigate('/account')
    const nextLanguage = appLanguages.find((other) => other === id)
    if (nextLanguage) void activateLanguage(nextLanguage)
    const nextTheme = themes.find((other) => other === id)
    if (nextTheme) {
      applyTheme(nextTheme)
      setTheme(nextTheme)
    }
  }
  return (
    <>
      <LazyMenu
        label={t('nav.myself')}
        items={items}
        onAction={act}
        trigger={
          <button type="button" className={styles.me} title={t('nav.myself')}>
            <Avatar name={me.name} size={32} />
            <span className={styles.names}>
              <Bdi className={styles.name}>{me.name}</Bdi>
              <span className={styles.state} data-state={me.availability}>
                {t(`availability.${me.availability}`)} · {word('role', me.role)}
              </span>
            </span>
          </button>
        }
      />
      {leaving && (
        <Suspense fallback={null}>
          <LeaveDrafts onClose={() => setLeaving(false)} onLeave={leave} />
        </Suspense>
      )}
    </>
  )
}
