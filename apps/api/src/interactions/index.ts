// The door to interactions: what may be done to them, by whoever calls.
export { recordInteraction, submitInteraction } from './interaction.submit.ts'
export {
  answerInteraction,
  assignInteraction,
  closeInteraction,
  decideSuggestion,
  escalateInteraction,
  giveUpCall,
  markSpam,
  noteInteraction,
  reopenInteraction,
  resumeInteraction,
  returnCall,
  shareCompliment,
  studySuggestion,
  takeInteraction,
  waitForBeneficiary,
} from './interaction.acts.ts'
export { reopenByBeneficiary, replyByBeneficiary } from './interaction.replies.ts'
