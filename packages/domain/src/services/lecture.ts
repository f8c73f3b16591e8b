import type { ServiceDefinition } from '../service.ts'

const words = { name: 'lecture', summary: '', audience: '', needs: [] }

export const lecture: ServiceDefinition = {
  key: 'lecture',
  workingDays: 3,
  requiresPermit: true,
  words: { ar: words, en: words, ur: words, bn: words, hi: words, id: words, fil: words },
  form: {
    $id: 'lecture',
    version: 1,
    schema: { type: 'object', properties: { note: { type: 'string', maxLength: 500 } }, required: [] },
    pages: [{ id: 'main', items: [{ ref: '/note', widget: 'textarea' }] }],
    i18n: { ar: {}, en: {}, ur: {}, bn: {}, hi: {}, id: {}, fil: {} },
  },
}
