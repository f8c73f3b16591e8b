import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  locales: ['ar', 'en'],
  sourceLocale: 'en',
  catalogs: [{ path: 'src/messages/{locale}', include: ['src'] }],
  format: formatter({ explicitIdAsDefault: true, origins: false }),
})
