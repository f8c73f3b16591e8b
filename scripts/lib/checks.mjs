import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './place.mjs'

/** Every check: the program, its options, and what puts right what it finds. The slow ones come first. */
export function checks() {
  const types = workspaces('tsconfig.json')
    .filter(hasTypeScript)
    .map((folder) => ({
      name: `types of ${folder}`,
      command: 'tsc',
      options: ['-p', folder],
      remedy: 'mending the types; no any, no !, no casts',
    }))
  return [
    { name: 'lint', command: 'oxlint', options: ['--quiet'], remedy: 'oxlint --fix, or by hand' },
    ...types,
    { name: 'unused code', command: 'knip', options: ['--no-progress'], remedy: 'removing it, or using it' },
    styles(),
    {
      // The rooms of the product; e2e, bench and scripts look into all of them.
      name: 'import law',
      command: 'turbo',
      options: ['boundaries', '--filter=./apps/*', '--filter=./packages/*'],
      remedy: 'importing by the law in README.md',
    },
    { name: 'versions', command: 'sherif', options: [], remedy: 'sherif --fix' },
    { name: 'formatting', command: 'oxfmt', options: ['--check', '.'], remedy: 'npm run format' },
  ].filter(Boolean)
}

function styles() {
  const sheets = ['apps/*/src/**/*.css', 'packages/*/src/**/*.css']
  return {
    name: 'styles',
    command: 'stylelint',
    options: [...sheets, '--allow-empty-input', '--ignore-pattern', '**/generated/**'],
    remedy: 'logical properties (margin-inline-start); stylelint --fix',
  }
}

/** An empty room has nothing to check, and tsc would call that an error. */
function hasTypeScript(folder) {
  return readdirSync(join(root, folder), { recursive: true }).some(
    (name) => /\.tsx?$/.test(name) && !name.includes('node_modules'),
  )
}

/** The workspaces, as folders, that hold a certain file. */
export function workspaces(file) {
  const groups = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => `${group}/${name}`),
  )
  return [...groups, 'e2e', 'bench', 'scripts'].filter((folder) => existsSync(join(root, folder, file)))
}

/** The workspaces whose package.json has a certain script. */
export function withScript(name) {
  const scriptsOf = (folder) =>
    JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).scripts ?? {}
  return workspaces('package.json').filter((folder) => name in scriptsOf(folder))
}
