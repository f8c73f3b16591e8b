import type { CodegenConfig } from '@graphql-codegen/cli'
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset'

type Output = NonNullable<CodegenConfig['generates']>[string]

/** The types and documents of some rooms. */
const output = (...documents: string[]): Output => ({
  documents,
  preset: 'client',
  // The cache tells things apart by their type, and a registered operation is sent as it was registered.
  documentTransforms: [addTypenameSelectionDocumentTransform],
  presetConfig: {
    fragmentMasking: { unmaskFunctionName: 'readFragment' },
    persistedDocuments: { hashAlgorithm: 'sha256', mode: 'embedHashInDocument' },
  },
  config: {
    useTypeImports: true,
    importExtension: '.ts',
    enumsAsTypes: true,
    defaultScalarType: 'unknown',
    scalars: { DateTime: 'string', JSON: 'unknown', ID: 'string' },
  },
})

const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  generates: {
    'src/generated/': output('src/**/*.graphql', '!src/mine/*.graphql'),
    // A room of its own: the first page does not carry what only a proven person asks.
    'src/generated/mine/': output('src/mine/*.graphql'),
  },
}

export default config
