import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const light = tokensIn(css.slice(0, css.indexOf('prefers-color-scheme')))
const dark = { ...light, ...tokensIn(css.slice(css.indexOf("[data-theme='dark'] {"))) }

const pairs: [text: string, ground: string, least: number][] = [
  ['text', 'surface', 7],
  ['text-2', 'surface', 4.5],
  ['text-2', 'bg', 4.5],
  ['text-2', 'neutral-soft', 4.5],
  ['text-2', 'primary-soft', 4.5],
  ['text-3', 'surface', 4.5],
  ['text-3', 'bg', 4.5],
  ['primary', 'surface', 4.5],
  ['on-primary', 'primary', 4.5],
  ['on-primary', 'primary-strong', 4.5],
  ['primary', 'primary-soft', 4.5],
  ['info', 'info-soft', 4.5],
  ['warn', 'warn-soft', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['danger', 'surface', 4.5],
  ['on-danger', 'danger', 4.5],
  ['text', 'note', 7],
  ['violet', 'violet-soft', 4.5],
  ['cream-text', 'cream', 4.5],
  ['text-2', 'cream', 4.5],
  ['on-header', 'header', 7],
  ['on-header-2', 'header', 4.5],
  ['header-focus', 'header', 3],
  ['control', 'surface', 3],
  ['control', 'bg', 3],
]

test.each(pairs)('%s on %s has a contrast of at least %s, light and dark', (text, ground, least) => {
  expect(contrast(light[text], light[ground])).toBeGreaterThanOrEqual(least)
  expect(contrast(dark[text], dark[ground])).toBeGreaterThanOrEqual(least)
})

test('the device’s dark and the chosen dark are the same colours', () => {
  const device = css.slice(css.indexOf('prefers-color-scheme'), css.indexOf("[data-theme='dark'] {"))
  expect(tokensIn(device)).toEqual(
    tokensIn(css.slice(css.indexOf("[data-theme='dark'] {"), css.indexOf('prefers-reduced-motion'))),
  )
})

function tokensIn(part: string): Record<string, string> {
  return Object.fromEntries(
    [...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]+);/g)].map(([, name, colour]) => [name, colour]),
  )
}

function contrast(one = '', other = ''): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
