// The door to forms: what they are made of, and how answers are checked.
export * from './form-definition.ts'
export { checkAnswers, cleanAnswers } from './form-check.ts'
