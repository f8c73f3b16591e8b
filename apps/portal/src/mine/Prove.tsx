import { t } from '../app/words.ts'
import { CodeAskDocument, CodeProveDocument } from '../generated/mine/graphql.ts'
import { askForCode, prove } from './ask.ts'
import { CodeForm } from './CodeForm.tsx'

/** Proves by a code that a phone or an e-mail is one's own; no account, no password. */
export function Prove({ onProven }: { onProven: () => Promise<void> }) {
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{t('mine.title')}</h1>
        <p className="lead">{t('mine.lead')}</p>
      </header>
      <CodeForm
        id="prove"
        label={t('mine.address')}
        help={t('mine.address.help')}
        askLabel={t('mine.ask')}
        proveLabel={t('mine.prove')}
        ask={(address) => askForCode(CodeAskDocument, (data) => data.codeAsk, address)}
        prove={async (input) => {
          const { mine, problems } = await prove(CodeProveDocument, (data) => data.codeProve, input)
          if (mine) await onProven()
          return problems
        }}
      />
      <p className="meta">{t('mine.shared')}</p>
    </div>
  )
}
