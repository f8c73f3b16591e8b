import { makePolicy } from './trusted.ts'

const shape = /^(?:<(?:path|circle|rect|line|polyline|polygon|ellipse)(?: [a-z0-9-]+="[\w .,-]*")*\/>)*$/u
// A page with Trusted Types takes nothing as markup but what a policy has looked at.
const policy = makePolicy('sila-icons', { createHTML: shapesOnly })

export interface IconProps {
  /** Edge in pixels; 20 unless told. */
  size?: number
  /** Spoken name; without it the icon is decoration and hidden from screen readers. */
  label?: string
  className?: string
}

/** Makes an icon part from SVG shapes on a 24 by 24 grid; `flip` turns it round in right-to-left scripts. */
export function icon(shapes: string, flip = false) {
  const html = { __html: policy.createHTML(shapes) }
  return function Icon({ size = 20, label, className }: IconProps) {
    const classes = [flip && 'flip', className].filter(Boolean).join(' ') || undefined
    return (
      <svg
        className={classes}
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.75}
        strokeLinecap="round"
        strokeLinejoin="round"
        role={label ? 'img' : undefined}
        aria-label={label}
        aria-hidden={label ? undefined : true}
        focusable="false"
        dangerouslySetInnerHTML={html}
      />
    )
  }
}

function shapesOnly(markup: string): string {
  if (shape.test(markup)) return markup
  throw new TypeError('An icon is made of shapes alone')
}
