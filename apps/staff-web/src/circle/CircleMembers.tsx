import { Avatar } from '@sila/ui/Avatar'
import { Bdi } from '@sila/ui/Bdi'
import { Combobox } from '@sila/ui/Combobox'
import { Fieldset } from '@sila/ui/Field'
import { IconButton } from '@sila/ui/IconButton'
import { CloseIcon } from '@sila/ui/icons'
import { useT } from '../i18n/useT.ts'
import styles from './Circle.module.css'

type Props = {
  members: readonly string[]
  staff: readonly { id: string; name: string }[]
  onChange: (members: string[]) => void
}

/** Who needs to know: colleagues who are added by name, and taken out again. */
export function CircleMembers({ members, staff, onChange }: Props) {
  const { t } = useT()
  const chosen = staff.filter(({ id }) => members.includes(id))
  const others = staff.filter(({ id }) => !members.includes(id))
  return (
    <Fieldset label={t('circle.members')} help={t('circle.membersHelp')}>
      {chosen.length > 0 && (
        <ul className={styles.members}>
          {chosen.map(({ id, name }) => (
            <li key={id} className={styles.member}>
              <Avatar name={name} size={24} />
              <Bdi>{name}</Bdi>
              <IconButton
                size="small"
                label={t('circle.remove', { name })}
                icon={<CloseIcon size={16} />}
                onClick={() => onChange(members.filter((one) => one !== id))}
              />
            </li>
          ))}
        </ul>
      )}
      <Combobox
        // Chosen names move to the list above, and the field begins anew.
        key={members.length}
        label={t('circle.add')}
        openLabel={t('circle.addOpen')}
        emptyText={t('palette.none')}
        placeholder={t('circle.addPlaceholder')}
        options={others.map(({ id, name }) => ({
          value: id,
          label: name,
          icon: <Avatar name={name} size={24} />,
        }))}
        onChange={(id) => id !== undefined && onChange([...members, id])}
      />
    </Fieldset>
  )
}
