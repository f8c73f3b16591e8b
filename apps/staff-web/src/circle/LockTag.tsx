import { LockIcon } from '@sila/ui/icons'
import { Tag } from '@sila/ui/Tag'
import type { Sensitivity } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'

/** That only some may know of a matter, and why; nothing where everybody may whose work it is. */
export function LockTag({ sensitivity }: { sensitivity: Sensitivity | null }) {
  const { t } = useT()
  if (sensitivity === null) return null
  return (
    <Tag tone="warn" icon={<LockIcon size={13} />}>
      {t(`circle.why.${sensitivity}`)}
    </Tag>
  )
}
