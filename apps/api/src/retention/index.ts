export { runRetention } from './run.ts'
export { readTerms } from './terms.ts'
