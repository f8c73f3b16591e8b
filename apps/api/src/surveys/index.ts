// The door to surveys: who is asked, and how an answer is taken in without knowing whose it is (G4, M3).
export { inviteToSurvey } from './survey.invite.ts'
export { answerSurvey } from './survey.answer.ts'
export { countRatings } from './survey.batches.ts'
