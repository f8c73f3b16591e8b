import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './lib/place.mjs'

type Locked = {
  resolved?: string
  integrity?: string
  link?: boolean
  hasInstallScript?: boolean
  version?: string
}
type Manifest = { allowScripts?: Record<string, boolean> } & Record<
  string,
  Record<string, string> | undefined
>

const read = <Json>(path: string): Json => JSON.parse(readFileSync(join(root, path), 'utf8'))
const lock = read<{ packages: Record<string, Locked> }>('package-lock.json')
const manifest = read<Manifest>('package.json')
const fromOutside = Object.entries(lock.packages).filter(
  ([path, { link }]) => path.includes('node_modules/') && !link,
)
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

test('malicious dependency: every package is what it was when it was chosen', () => {
  expect(fromOutside.length).toBeGreaterThan(500)
  const unproven = fromOutside.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/u.test(integrity ?? ''))
  expect(unproven.map(([path]) => path)).toEqual([])
})

test('malicious dependency: none names an address of its own, so that all come from the registry', () => {
  const strange = fromOutside.filter(([, { resolved }]) => resolved !== undefined)
  expect(strange.map(([path]) => path)).toEqual([])
})

test('malicious dependency: no package runs anything when it is installed, and none needs to', () => {
  const { allowScripts = {} } = manifest
  const wishing = fromOutside.flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript ? [nameOf(path)] : [],
  )
  expect([...new Set(wishing)].filter((name) => allowScripts[name] !== false)).toEqual([])
  expect(Object.values(allowScripts).filter(Boolean)).toEqual([])
})

test('malicious dependency: what we ask for is one exact version, not whatever comes next', () => {
  const folders = [
    '.',
    'e2e',
    'bench',
    ...['apps', 'packages'].flatMap((group) =>
      readdirSync(join(root, group)).map((name) => `${group}/${name}`),
    ),
  ]
  const loose = folders.flatMap((folder) => {
    const own = read<Manifest>(`${folder}/package.json`)
    return ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap((kind) =>
      Object.entries(own[kind] ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version)),
    )
  })
  expect(loose).toEqual([])
})
