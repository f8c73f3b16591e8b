import type { Draft } from '@sila/domain/role'
import { Checkbox } from '@sila/ui/Checkbox'
import { Tag } from '@sila/ui/Tag'
import { useT } from '../i18n/useT.ts'
import { groupNames, isForMasked, permissionsIn } from './groups.ts'
import styles from './Roles.module.css'

type Props = { draft: Draft; began: readonly string[]; onChange: (draft: Draft) => void }

/** Everything that can be allowed, in people's words, with what differs from how the role began. */
export function Permissions({ draft, began, onChange }: Props) {
  const { t } = useT()
  const toggle = (name: string, on: boolean): void =>
    onChange({
      ...draft,
      permissions: on ? [...draft.permissions, name] : draft.permissions.filter((other) => other !== name),
    })
  return groupNames.map((group) => (
    <fieldset key={group} className={styles.group}>
      <legend>{t(`roles.group.${group}`)}</legend>
      {permissionsIn(group).map((name) => {
        const held = draft.permissions.includes(name)
        const shut = draft.masked && !isForMasked(name)
        return (
          <div key={name} className={styles.permission} data-shut={shut || undefined}>
            <Checkbox
              label={t(`permission.${name}`)}
              help={t(`permission.${name}.about`)}
              checked={held}
              disabled={shut}
              onChange={(event) => toggle(name, event.currentTarget.checked)}
            />
            {held !== began.includes(name) && (
              <Tag tone={held ? 'warn' : 'neutral'}>{t(held ? 'roles.added' : 'roles.taken')}</Tag>
            )}
          </div>
        )
      })}
    </fieldset>
  ))
}
