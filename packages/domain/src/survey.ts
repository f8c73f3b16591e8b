import type { FormDefinition } from './form-definition.ts'
import { surveyWords } from './survey-words.ts'

/** Under so many answers nothing is shown, and so many are counted at once: no figure must point at a person (M3). */
export const minimumGroup = 5

/** How many days after the answer or the fulfilment a rating can be given. */
export const surveyDays = 30

/**
 * Three questions after an answer or a fulfilment (G4). Satisfaction runs from bad to good and effort from easy
 * to hard, so that whoever ticks down one side is noticed. The answer carries no person.
 */
export const satisfactionSurvey: FormDefinition = {
  $id: 'satisfaction',
  version: 1,
  schema: {
    type: 'object',
    properties: {
      csat: { type: 'integer', minimum: 1, maximum: 5 },
      ease: { type: 'integer', minimum: 1, maximum: 5 },
      comment: { type: 'string', maxLength: 1000 },
    },
    required: ['csat'],
  },
  pages: [
    {
      id: 'rating',
      items: [
        { ref: '/csat', widget: 'csat' },
        { ref: '/ease', widget: 'scale' },
        { ref: '/comment', widget: 'textarea' },
      ],
    },
  ],
  i18n: surveyWords,
  scoring: { csat: '/csat', ease: '/ease' },
}

/** Whether all scale answers sit on the same side though the questions run in opposite directions. */
export function isStraightLined(answers: { csat: number; ease?: number | null }): boolean {
  return answers.ease === answers.csat && (answers.csat === 1 || answers.csat === 5)
}

/** Whether so many answers may be shown. */
export function isEnough(answered: number): boolean {
  return answered >= minimumGroup
}
