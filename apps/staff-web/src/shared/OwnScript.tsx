import type { ReactNode } from 'react'

type Props = {
  language: string
  className?: string | undefined
  children: ReactNode
  as?: 'p' | 'span' | 'div'
}

/** Words that a person wrote: their language for the voice and the font, their direction from the text itself. */
export function OwnScript({ language, className, children, as: Part = 'span' }: Props) {
  return (
    <Part lang={language} dir="auto" className={className}>
      {children}
    </Part>
  )
}
