// Redraws src/icons.tsx from an unpacked lucide-static package (ISC):
//   node scripts/draw-icons.mjs path/to/lucide-static
// Lucide is not a dependency: its two thousand files would be installed for the ninety drawn here.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { icons, mirrored } from './icon-list.mjs'

const folder = process.argv[2]
if (!folder) throw new Error('Name the unpacked lucide-static folder: node scripts/draw-icons.mjs <folder>')
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

const lines = Object.entries(icons).map(([name, file]) => {
  const svg = readFileSync(join(folder, 'icons', `${file}.svg`), 'utf8')
  const body = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.indexOf('</svg>'))
  const shapes = body.replaceAll(/\s*\n\s*/g, '').replaceAll(' />', '/>')
  const flip = mirrored.includes(name) ? ', true' : ''
  return `export const ${name}Icon = /* @__PURE__ */ icon('${shapes}'${flip})`
})

writeFileSync(
  new URL('../src/icons.tsx', import.meta.url),
  `// Drawn by scripts/draw-icons.mjs from Lucide ${version} (ISC, see LICENSE.icons.txt); do not edit by hand.
import { icon } from './icon.tsx'

${lines.join('\n')}
`,
)
