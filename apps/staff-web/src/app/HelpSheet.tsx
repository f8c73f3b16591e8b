import { Checkbox } from '@sila/ui/Checkbox'
import { Kbd } from '@sila/ui/Kbd'
import { Sheet } from '@sila/ui/Sheet'
import { useT } from '../i18n/useT.ts'
import { shortcutNames, shortcuts, type ShortcutGroup } from '../keyboard/shortcuts.ts'
import { shortcutSwitch, useShortcutSwitch } from '../keyboard/useShortcuts.ts'
import styles from './HelpSheet.module.css'

const groups = ['move', 'thread', 'app', 'go'] as const satisfies readonly ShortcutGroup[]
const inComposer = [
  { id: 'send', keys: ['Ctrl', 'Enter'] },
  { id: 'sendClose', keys: ['Ctrl', 'Shift', 'Enter'] },
] as const

/** Every shortcut on one sheet, and the switch that turns them off. */
export function HelpSheet({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const { t } = useT()
  const on = useShortcutSwitch()
  return (
    <Sheet title={t('nav.shortcuts')} isOpen onOpenChange={onOpenChange} closeLabel={t('app.close')}>
      <div className={styles.sheet}>
        <Checkbox
          label={t('shortcuts.on')}
          help={t('shortcuts.onHelp')}
          checked={on}
          onChange={(event) => shortcutSwitch.set(event.currentTarget.checked)}
        />
        {groups.map((group) => (
          <section key={group}>
            <h3 className={styles.title}>{t(`shortcuts.group.${group}`)}</h3>
            <dl className={styles.list}>
              {shortcutNames
                .filter((name) => shortcuts[name].group === group)
                .map((name) => (
                  <Line key={name} text={t(`shortcuts.${name}`)} keys={shortcuts[name].shown} />
                ))}
              {group === 'thread' &&
                inComposer.map(({ id, keys }) => <Line key={id} text={t(`shortcuts.${id}`)} keys={keys} />)}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  )
}

function Line({ text, keys }: { text: string; keys: readonly string[] }) {
  return (
    <div className={styles.line}>
      <dt>{text}</dt>
      <dd dir="ltr">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </div>
  )
}
