/** A key by its place on the keyboard: on an Arabic layout the letter of `KeyE` is ث. */
type Shortcut = {
  code: string
  shift?: boolean
  control?: boolean
  after?: string
  shown: readonly string[]
  group: ShortcutGroup
}

/** The headings of the help sheet. */
export type ShortcutGroup = 'move' | 'thread' | 'go' | 'app'

/** Every shortcut of the app; the help sheet and the listener read the same table. */
export const shortcuts = {
  next: { code: 'KeyJ', shown: ['J'], group: 'move' },
  previous: { code: 'KeyK', shown: ['K'], group: 'move' },
  search: { code: 'Slash', shown: ['/'], group: 'move' },
  refresh: { code: 'Period', shown: ['.'], group: 'move' },
  back: { code: 'Escape', shown: ['Esc'], group: 'move' },
  close: { code: 'KeyE', shown: ['E'], group: 'thread' },
  closeNext: { code: 'KeyE', shift: true, shown: ['Shift', 'E'], group: 'thread' },
  reply: { code: 'KeyR', shown: ['R'], group: 'thread' },
  note: { code: 'KeyN', shown: ['N'], group: 'thread' },
  assign: { code: 'KeyA', shown: ['A'], group: 'thread' },
  take: { code: 'KeyI', shown: ['I'], group: 'thread' },
  wait: { code: 'KeyS', shown: ['S'], group: 'thread' },
  record: { code: 'KeyV', shown: ['V'], group: 'app' },
  create: { code: 'KeyC', shown: ['C'], group: 'app' },
  palette: { code: 'KeyK', control: true, shown: ['Ctrl', 'K'], group: 'app' },
  help: { code: 'Slash', shift: true, shown: ['?'], group: 'app' },
  goInbox: { code: 'KeyI', after: 'KeyG', shown: ['G', 'I'], group: 'go' },
  goRequests: { code: 'KeyR', after: 'KeyG', shown: ['G', 'R'], group: 'go' },
  goBeneficiaries: { code: 'KeyB', after: 'KeyG', shown: ['G', 'B'], group: 'go' },
  goReports: { code: 'KeyL', after: 'KeyG', shown: ['G', 'L'], group: 'go' },
  goSurveys: { code: 'KeyS', after: 'KeyG', shown: ['G', 'S'], group: 'go' },
} as const satisfies Record<string, Shortcut>

/** The name of a shortcut. */
export type ShortcutName = keyof typeof shortcuts

type Stroke = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** All names, in the order of the table. */
export const shortcutNames: readonly ShortcutName[] = Object.keys(shortcuts).filter(isShortcutName)

/** Which shortcut a stroke is, after an earlier key of a two-key shortcut or on its own. */
export function shortcutOf(stroke: Stroke, earlier?: string): ShortcutName | undefined {
  if (stroke.altKey) return undefined
  const control = stroke.ctrlKey || stroke.metaKey
  return shortcutNames.find((name) => {
    const row: Shortcut = shortcuts[name]
    return (
      row.code === stroke.code &&
      (row.shift ?? false) === stroke.shiftKey &&
      (row.control ?? false) === control &&
      row.after === earlier
    )
  })
}

/** Whether the shortcut is a single sign, which must never fire while somebody types (WCAG 2.1.4). */
export function isSingleKey(name: ShortcutName): boolean {
  const row: Shortcut = shortcuts[name]
  return row.control !== true
}

function isShortcutName(name: string): name is ShortcutName {
  return Object.hasOwn(shortcuts, name)
}
