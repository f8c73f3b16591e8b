import { NativeSelect } from '@sila/ui/NativeSelect'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'

type Props = {
  /** The id of a colleague, or nothing where it is about nobody in particular. */
  value: string
  staff: readonly { id: string; name: string }[]
  onChange: (id: string) => void
}

/** Asks whom of the staff a complaint is about, who then never sees it; nobody complains of themselves. */
export function AboutWhom({ value, staff, onChange }: Props) {
  const { t } = useT()
  const { me } = useSession()
  return (
    <NativeSelect
      label={t('circle.about')}
      help={t('circle.aboutHelp')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      options={[
        { value: '', label: t('circle.aboutNobody') },
        ...staff.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
