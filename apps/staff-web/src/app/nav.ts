import {
  ChartIcon,
  CodeIcon,
  InboxIcon,
  KeyIcon,
  LockIcon,
  PeopleIcon,
  PersonIcon,
  RequestsIcon,
  SettingsIcon,
  ShareIcon,
  ShieldIcon,
  StarIcon,
} from '@sila/ui/icons'

type Counted = 'all' | 'requests'
type Room = {
  to: string
  label: string
  icon: typeof InboxIcon
  permission: string
  count?: Counted
  /** Entered again and again, by whoever may. */
  daily?: true
}

/** The rooms, in the order of the day; a room that one may not enter is not shown. */
export const rooms: readonly Room[] = [
  {
    to: '/inbox',
    label: 'nav.inbox',
    icon: InboxIcon,
    permission: 'interaction.read',
    count: 'all',
    daily: true,
  },
  {
    to: '/requests',
    label: 'nav.requests',
    icon: RequestsIcon,
    permission: 'request.read',
    count: 'requests',
    daily: true,
  },
  {
    to: '/beneficiaries',
    label: 'nav.beneficiaries',
    icon: PeopleIcon,
    permission: 'beneficiary.read',
    daily: true,
  },
  { to: '/surveys', label: 'nav.surveys', icon: StarIcon, permission: 'survey.read' },
  { to: '/reports', label: 'nav.reports', icon: ChartIcon, permission: 'report.read', daily: true },
  { to: '/promises', label: 'nav.promises', icon: ShieldIcon, permission: 'staff.read' },
  { to: '/channels', label: 'nav.channels', icon: ShareIcon, permission: 'channel.read' },
  { to: '/staff', label: 'nav.staff', icon: PersonIcon, permission: 'staff.manage' },
  { to: '/roles', label: 'nav.roles', icon: SettingsIcon, permission: 'role.edit' },
  { to: '/privacy', label: 'nav.privacy', icon: LockIcon, permission: 'privacy.read' },
  { to: '/explorer', label: 'nav.explorer', icon: CodeIcon, permission: 'explorer.use' },
  { to: '/api-keys', label: 'nav.apiKeys', icon: KeyIcon, permission: 'explorer.use' },
]

/** So many places has the row of a phone. */
const places = 5

/** Those of somebody's rooms that find no place in the row of a phone: there the last place leads to them. */
export function beyondRow(mine: readonly Room[]): readonly Room[] {
  if (mine.length <= places) return []
  const byUse = [...mine.filter(({ daily }) => daily), ...mine.filter(({ daily }) => !daily)]
  return byUse.slice(places - 1)
}

/** Views of the inbox that are worth a place of their own. */
export const savedViews = [
  { folder: 'OVERDUE', tone: 'danger', count: 'overdue' },
  { folder: 'WAITING', tone: 'warn', count: 'waiting' },
  { folder: 'UNASSIGNED', tone: 'info', count: 'unassigned' },
  { folder: 'CLOSED', tone: 'neutral', count: undefined },
] as const
