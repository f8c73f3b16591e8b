import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

// The ids are chosen by hand (`ask.title`), so the catalogues carry no marks of an extraction.
export default defineConfig({
  locales: ['ar', 'en', 'ur', 'bn', 'hi', 'id', 'fil'],
  sourceLocale: 'en',
  catalogs: [
    { path: '<rootDir>/messages/shell/{locale}', include: ['src'] },
    { path: '<rootDir>/messages/pages/{locale}', include: ['src'] },
  ],
  format: formatter({ explicitIdAsDefault: true, lineNumbers: false }),
})
