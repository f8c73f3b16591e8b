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
type Room = { to: string; label: string; icon: typeof InboxIcon; permission: string; count?: Counted }

/** The rooms, in the order of the day; a room that one may not enter is not shown. */
export const rooms: readonly Room[] = [
  { to: '/inbox', label: 'nav.inbox', icon: InboxIcon, permission: 'interaction.read', count: 'all' },
  {
    to: '/requests',
    label: 'nav.requests',
    icon: RequestsIcon,
    permission: 'request.read',
    count: 'requests',
  },
  { to: '/beneficiaries', label: 'nav.beneficiaries', icon: PeopleIcon, permission: 'beneficiary.read' },
  { to: '/surveys', label: 'nav.surveys', icon: StarIcon, permission: 'survey.read' },
  { to: '/reports', label: 'nav.reports', icon: ChartIcon, permission: 'report.read' },
  { to: '/promises', label: 'nav.promises', icon: ShieldIcon, permission: 'staff.read' },
  { to: '/channels', label: 'nav.channels', icon: ShareIcon, permission: 'channel.read' },
  { to: '/staff', label: 'nav.staff', icon: PersonIcon, permission: 'staff.manage' },
  { to: '/roles', label: 'nav.roles', icon: SettingsIcon, permission: 'role.edit' },
  { to: '/privacy', label: 'nav.privacy', icon: LockIcon, permission: 'privacy.read' },
  { to: '/explorer', label: 'nav.explorer', icon: CodeIcon, permission: 'explorer.use' },
  { to: '/api-keys', label: 'nav.apiKeys', icon: KeyIcon, permission: 'explorer.use' },
]

/** Views of the inbox that are worth a place of their own. */
export const savedViews = [
  { folder: 'OVERDUE', tone: 'danger', count: 'overdue' },
  { folder: 'WAITING', tone: 'warn', count: 'waiting' },
  { folder: 'UNASSIGNED', tone: 'info', count: 'unassigned' },
  { folder: 'CLOSED', tone: 'neutral', count: undefined },
] as const
