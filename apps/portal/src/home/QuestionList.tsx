import { ChevronDownIcon } from '@sila/ui/icons'
import { t } from '../app/words.ts'
import type { QuestionKey } from './question-keys.ts'
import styles from './Questions.module.css'

/** Questions that open on a touch. */
export function QuestionList({ keys, open = 0 }: { keys: readonly QuestionKey[]; open?: number }) {
  return (
    <div className={styles.list}>
      {keys.map((key, index) => (
        <details key={key} id={key} open={index === open}>
          <summary>
            <span>{t(`faq.${key}.q`)}</span>
            <ChevronDownIcon />
          </summary>
          <p>{t(`faq.${key}.a`)}</p>
        </details>
      ))}
    </div>
  )
}
