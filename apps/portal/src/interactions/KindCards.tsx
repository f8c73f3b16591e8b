import { EyeIcon, HeartIcon, LightbulbIcon, MessageQuestionIcon, ShieldIcon } from '@sila/ui/icons'
import type { ReactNode } from 'react'
import { t } from '../app/words.ts'
import { askKinds } from './draft.ts'
import type { AskKind } from './draft.ts'
import styles from './Ask.module.css'

const icons = {
  INQUIRY: <MessageQuestionIcon size={22} />,
  SUGGESTION: <LightbulbIcon size={22} />,
  COMPLAINT: <ShieldIcon size={22} />,
  OBSERVATION: <EyeIcon size={22} />,
  COMPLIMENT: <HeartIcon size={22} />,
} satisfies Record<AskKind, ReactNode>

/** What the person came for; the line below says what happens with it and by when. */
export function KindCards({ value, onChange }: { value: AskKind; onChange: (kind: AskKind) => void }) {
  return (
    <fieldset aria-describedby="kind-more">
      <legend>{t('ask.kind')}</legend>
      <div className={styles.kinds}>
        {askKinds.map((kind) => (
          <label key={kind} className={styles.kind}>
            <input
              type="radio"
              name="kind"
              value={kind}
              checked={kind === value}
              onChange={() => onChange(kind)}
            />
            {icons[kind]}
            <span>{t(`ask.kind.${kind}`)}</span>
          </label>
        ))}
      </div>
      <p id="kind-more" className={`meta ${styles.explain}`}>
        {t(`ask.kind.${value}.more`)}
      </p>
    </fieldset>
  )
}
