import { TabBar } from '@sila/ui/TabBar'
import { useSearchParams } from 'react-router'
import { useT } from '../i18n/useT.ts'
import { PageHead } from '../shared/PageHead.tsx'
import { Erasures } from './Erasures.tsx'
import { Incidents } from './Incidents.tsx'
import { Looks } from './Looks.tsx'
import { People } from './People.tsx'
import { Register } from './Register.tsx'
import { Rights } from './Rights.tsx'
import styles from './Privacy.module.css'

const parts = {
  rights: Rights,
  incidents: Incidents,
  people: People,
  looks: Looks,
  erasures: Erasures,
  register: Register,
}
type Part = keyof typeof parts
const names: readonly Part[] = ['rights', 'incidents', 'people', 'looks', 'erasures', 'register']

/** The desk of the privacy officer: what people ask about their data, what went wrong, who looked, what was erased, what is held. */
export function PrivacyPage() {
  const { t } = useT()
  const [params, setParams] = useSearchParams()
  const part = names.find((name) => name === params.get('part')) ?? 'rights'
  const Shown = parts[part]
  return (
    <div className="page">
      <PageHead title={t('nav.privacy')} text={t('privacy.about')} />
      <div className={styles.tabs}>
        <TabBar
          label={t('nav.privacy')}
          selected={part}
          onSelect={(id) => setParams({ part: id })}
          items={names.map((id) => ({ id, label: t(`privacy.part.${id}`) }))}
        />
      </div>
      <Shown />
    </div>
  )
}
