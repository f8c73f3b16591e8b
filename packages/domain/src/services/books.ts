import type { ServiceDefinition } from '../service.ts'

const words = { name: 'books', summary: '', audience: '', needs: [] }

export const books: ServiceDefinition = {
  key: 'books',
  workingDays: 3,
  requiresPermit: false,
  words: { ar: words, en: words, ur: words, bn: words, hi: words, id: words, fil: words },
  form: {
    $id: 'books',
    version: 1,
    schema: { type: 'object', properties: { note: { type: 'string', maxLength: 500 } }, required: [] },
    pages: [{ id: 'main', items: [{ ref: '/note', widget: 'textarea' }] }],
    i18n: { ar: {}, en: {}, ur: {}, bn: {}, hi: {}, id: {}, fil: {} },
  },
}
