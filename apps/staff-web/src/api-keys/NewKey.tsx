import { Banner } from '@sila/ui/Banner'
import { Button } from '@sila/ui/Button'
import { Dialog } from '@sila/ui/Dialog'
import { CopyIcon } from '@sila/ui/icons'
import { useT } from '../i18n/useT.ts'
import { copy } from '../shared/copy.ts'
import styles from './ApiKeys.module.css'

/** The key, the only time that it is shown, with a question to try it by; nothing where the line broke on the way. */
export function NewKey({ text, onClose }: { text: string | null; onClose: () => void }) {
  const { t } = useT()
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onOpenChange={(open) => !open && onClose()}
      title={t('apiKeys.made')}
      closeLabel={t('app.close')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t(text ? 'apiKeys.kept' : 'app.close')}
        </Button>
      }
    >
      {text === null ? (
        <p>{t('apiKeys.lost')}</p>
      ) : (
        <div className={styles.made}>
          <Banner framed tone="warn">
            {t('apiKeys.once')}
          </Banner>
          <Copied label={t('nav.apiKeys')} text={text} />
          <p>{t('apiKeys.example')}</p>
          <Copied label={t('apiKeys.exampleLabel')} text={exampleFor(text)} shown={exampleFor('$SILA_KEY')} />
        </div>
      )}
    </Dialog>
  )
}

function Copied({ label, text, shown = text }: { label: string; text: string; shown?: string }) {
  const { t } = useT()
  return (
    <div className={styles.copied}>
      <pre dir="ltr" lang="en" tabIndex={0} aria-label={label} translate="no">
        {shown}
      </pre>
      <Button
        size="small"
        icon={<CopyIcon size={16} />}
        onClick={() => void copy(t, text)}
        aria-label={`${t('factor.copy')}: ${label}`}
      >
        {t('factor.copy')}
      </Button>
    </div>
  )
}

function exampleFor(key: string): string {
  return `curl ${window.location.origin}/graphql \\
  -H "Authorization: Bearer ${key}" \\
  -H "Content-Type: application/json" \\
  -d '{"query":"{ me { permissions } }"}'`
}
