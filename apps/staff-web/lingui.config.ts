import type { LinguiConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

const config: LinguiConfig = {
  locales: ['ar', 'en'],
  sourceLocale: 'en',
  catalogs: [{ path: 'src/messages/{locale}', include: ['src'] }],
  format: formatter({ explicitIdAsDefault: true, origins: false }),
}

export default config
