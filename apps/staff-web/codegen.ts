import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CodegenConfig } from '@graphql-codegen/cli'
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset'

const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: 'src/**/*.graphql',
  generates: {
    'src/generated/': {
      preset: 'client',
      // The cache needs __typename, and the text that is registered has to be the text that is sent.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { hashAlgorithm: sha256, mode: 'embedHashInDocument' },
      },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { DateTime: 'string', JSON: 'unknown', ID: 'string' },
      },
    },
  },
  hooks: { afterAllFileWrite: splitDocuments },
}

/**
 * Gives each document a file of its own, which graphql.ts hands on: a room then brings its own with it, and the first
 * load carries none of the others.
 */
function splitDocuments(): void {
  const folder = join(import.meta.dirname, 'src/generated')
  const all = readFileSync(join(folder, 'graphql.ts'), 'utf8')
  rmSync(join(folder, 'documents'), { recursive: true, force: true })
  mkdirSync(join(folder, 'documents'))
  const rest = all.replaceAll(
    /^export const (\w+) = (\{.*\}) as unknown as DocumentNode<(\w+), (\w+)>;$/gmu,
    (_line, name: string, document: string, result: string, variables: string) => {
      const types = [result, variables].map((type) => (type === 'unknown' ? type : `Types.${type}`))
      writeFileSync(
        join(folder, 'documents', `${name}.ts`),
        `import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type * as Types from '../graphql.ts'
export const ${name} = ${document} as unknown as TypedDocumentNode<${types.join(', ')}>
`,
      )
      return `export { ${name} } from './documents/${name}.ts'`
    },
  )
  writeFileSync(join(folder, 'graphql.ts'), rest)
}

/** Bare hex, as `extensions.persistedQuery.sha256Hash` has it on the wire. */
function sha256(operation: string): string {
  return createHash('sha256').update(operation).digest('hex')
}

export default config
