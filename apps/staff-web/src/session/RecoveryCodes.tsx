import { Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { CopyIcon } from '@sila/ui/icons'
import { useState } from 'react'
import { useT } from '../i18n/useT.ts'
import styles from './SignInPage.module.css'

/** The recovery codes, the only time that they are shown. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useT()
  const [copied, setCopied] = useState(false)
  return (
    <div className={styles.steps}>
      <p>{t('factor.codes')}</p>
      <ul className={styles.codes} aria-label={t('factor.codesLabel')}>
        {codes.map((code) => (
          <li key={code}>
            <Code>{code}</Code>
          </li>
        ))}
      </ul>
      <div className={styles.others}>
        <Button
          icon={<CopyIcon size={18} />}
          aria-live="polite"
          onClick={() => void navigator.clipboard?.writeText(codes.join('\n')).then(() => setCopied(true))}
        >
          {t(copied ? 'app.copied' : 'factor.copy')}
        </Button>
        <Button variant="primary" onClick={onDone}>
          {t('factor.kept')}
        </Button>
      </div>
    </div>
  )
}
