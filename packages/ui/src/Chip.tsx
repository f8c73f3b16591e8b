import { ClockIcon } from './icons.tsx'
import { Tag, type TagProps } from './Tag.tsx'

/** The promise chip of a row: how much time is left, with a clock unless told otherwise. */
export function Chip({ icon = <ClockIcon size={13} />, ...rest }: TagProps) {
  return <Tag icon={icon} {...rest} />
}
