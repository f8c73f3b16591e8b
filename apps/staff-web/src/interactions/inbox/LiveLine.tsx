import { Pill } from '@sila/ui/Pill'
import { LiveRegion } from '@sila/ui/VisuallyHidden'
import { useConnection } from '../../api/connection.ts'
import { useT } from '../../i18n/useT.ts'
import { useSession } from '../../session/Session.tsx'
import styles from './LiveLine.module.css'

type Props = { arrived: number; refreshing: boolean; order: string; onShow: () => void }

/** A line that is always there: it says how the live line stands and how many wait, without pushing the list. */
export function LiveLine({ arrived, refreshing, order, onShow }: Props) {
  const { t } = useT()
  const { masked } = useSession()
  const connection = useConnection()
  const state = refreshing ? 'refreshing' : connection
  return (
    <div className={styles.line}>
      {/* Who reads masked follows nothing live. */}
      {!masked && (
        <span className={styles.state} data-state={state}>
          {t(`live.${state}`)}
        </span>
      )}
      {arrived > 0 ? (
        <Pill onClick={onShow}>{t('inbox.arrived', { count: arrived })}</Pill>
      ) : (
        <span>{order}</span>
      )}
      <LiveRegion>{arrived > 0 ? t('inbox.arrived', { count: arrived }) : ''}</LiveRegion>
    </div>
  )
}
