import { scopes } from '@sila/domain/permission'
import type { Draft } from '@sila/domain/role'
import { Checkbox } from '@sila/ui/Checkbox'
import { RadioCards } from '@sila/ui/RadioCards'
import { useT } from '../i18n/useT.ts'
import { isForMasked } from './groups.ts'
import styles from './Roles.module.css'

type Props = { draft: Draft; onChange: (draft: Draft) => void }

/** How far a role sees, and whether it sees people at all. */
export function Reach({ draft, onChange }: Props) {
  const { t } = useT()
  const mask = (masked: boolean): void =>
    onChange({
      ...draft,
      masked,
      permissions: masked ? draft.permissions.filter(isForMasked) : draft.permissions,
    })
  return (
    <div className={styles.reach}>
      <RadioCards
        name="scope"
        label={t('roles.scope')}
        columns={2}
        value={draft.scope}
        onChange={(scope) => onChange({ ...draft, scope })}
        options={scopes.map((value) => ({
          value,
          label: t(`scope.${value}`),
          help: t(`scope.${value}.about`),
        }))}
      />
      <div className={styles.mask}>
        <Checkbox
          label={t('roles.mask')}
          help={t('roles.maskHelp')}
          checked={draft.masked}
          onChange={(event) => mask(event.currentTarget.checked)}
        />
      </div>
    </div>
  )
}
