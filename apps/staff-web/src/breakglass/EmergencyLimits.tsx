import { Banner } from '@sila/ui/Banner'
import { useT } from '../i18n/useT.ts'

/** In what lies open in an emergency: what can be done here, and what stays with others. */
export function EmergencyLimits() {
  const { t } = useT()
  return (
    <Banner framed tone="warn">
      {t('emergency.limits')}
    </Banner>
  )
}
