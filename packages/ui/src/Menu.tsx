import type { ComponentProps, ReactNode } from 'react'
import clsx from 'clsx'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Pressable } from 'react-aria-components/Pressable'
import { Kbd } from './Kbd.tsx'
import styles from './Overlay.module.css'

export interface MenuEntry {
  id: string
  label: string
  icon?: ReactNode
  /** The keys that do the same. */
  shortcut?: string
  tone?: 'danger'
  disabled?: boolean
}

export interface MenuButtonProps {
  /** A `Button` or `IconButton`; it opens the menu. */
  trigger: ComponentProps<typeof Pressable>['children']
  /** The spoken name of the menu. */
  label: string
  items: readonly MenuEntry[]
  onAction: (id: string) => void
  /** Marks one entry as the present choice. */
  selected?: string
}

/** A button that opens a short list of acts; arrows, letters and Escape work. */
export function MenuButton({ trigger, label, items, onAction, selected }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Pressable>{trigger}</Pressable>
      <Popover className={styles.popover} placement="bottom start">
        <Menu
          aria-label={label}
          className={styles.list}
          onAction={(key) => onAction(String(key))}
          disabledKeys={items.filter((item) => item.disabled).map((item) => item.id)}
          {...(selected === undefined ? {} : { selectionMode: 'single', selectedKeys: [selected] })}
        >
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              className={clsx(styles.item, item.tone === 'danger' && styles.itemDanger)}
            >
              {item.icon}
              <span className={styles.itemText}>{item.label}</span>
              {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
