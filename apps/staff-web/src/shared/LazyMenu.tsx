import type { MenuButtonProps } from '@sila/ui/Menu'
import {
  cloneElement,
  isValidElement,
  useId,
  useState,
  type ComponentType,
  type DOMAttributes,
  type ReactElement,
} from 'react'

let part: ComponentType<MenuButtonProps> | undefined

async function load(): Promise<void> {
  part ??= (await import('@sila/ui/Menu')).MenuButton
}

/** A menu whose machinery comes with the pointer or at the first press: the first load stays light. */
export function LazyMenu(props: MenuButtonProps) {
  const [ready, setReady] = useState(part !== undefined)
  const id = useId()
  const wish = (): void => void load().then(() => setReady(true))

  const Part = part
  const trigger = props.trigger
  if (!isTrigger(trigger)) return null
  if (ready && Part) return <Part {...props} trigger={marked(trigger, id)} />
  return cloneElement(trigger, {
    'data-menu': id,
    'aria-haspopup': 'menu',
    // A pointer on its way is a wish: the machinery is there before the press.
    onPointerEnter: wish,
    onClick: () => {
      void load().then(() => {
        setReady(true)
        requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-menu="${id}"]`)?.click())
      })
    },
  })
}

type TriggerProps = DOMAttributes<HTMLElement> & { 'data-menu'?: string; 'aria-haspopup'?: 'menu' }

function isTrigger(element: unknown): element is ReactElement<TriggerProps, string> {
  return isValidElement(element)
}

/** The same element, findable; `cloneElement` alone forgets what kind of element it was given. */
function marked(trigger: MenuButtonProps['trigger'], id: string): MenuButtonProps['trigger'] {
  return { ...trigger, props: Object.assign({}, trigger.props, { 'data-menu': id }) }
}
