import { NativeSelect } from '@sila/ui/NativeSelect'
import { Link, useSearchParams } from 'react-router'
import { useT } from '../i18n/useT.ts'
import { PageHead } from '../shared/PageHead.tsx'
import { groups, parts } from './parts.ts'
import { Rights } from './Rights.tsx'
import styles from './Privacy.module.css'

/** The desk of the privacy officer: what people ask about their data, what went wrong, who looked, what was erased, what is held. */
export function PrivacyPage() {
  const { t } = useT()
  const [params, setParams] = useSearchParams()
  const wanted = params.get('part') ?? 'rights'
  const part = Object.hasOwn(parts, wanted) ? wanted : 'rights'
  const Shown = parts[part] ?? Rights
  return (
    <div className="page">
      <PageHead title={t('nav.privacy')} text={t('privacy.about')} />
      <div className={styles.desk}>
        <nav className={styles.parts} aria-label={t('privacy.parts')}>
          {Object.entries(groups).map(([group, members]) => (
            <section key={group} aria-labelledby={`desk-${group}`}>
              <h2 id={`desk-${group}`}>{t(`privacy.group.${group}`)}</h2>
              <ul>
                {Object.keys(members).map((id) => (
                  <li key={id}>
                    <Link to={`?part=${id}`} aria-current={id === part ? 'page' : undefined}>
                      {t(`privacy.part.${id}`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
        <NativeSelect
          className={styles.choice}
          label={t('privacy.parts')}
          value={part}
          onChange={(event) => setParams({ part: event.currentTarget.value })}
          options={Object.keys(parts).map((id) => ({ value: id, label: t(`privacy.part.${id}`) }))}
        />
        <div>
          <h2 className={styles.part}>{t(`privacy.part.${part}`)}</h2>
          <Shown />
        </div>
      </div>
    </div>
  )
}
