// The door to everything about an interaction; the parts are small enough to read one by one.
export * from './interaction-status.ts'
export * from './interaction-acts.ts'
export * from './interaction-text.ts'
export { currentStep, trackedSteps } from './steps.ts'
export type { Step, StepKey } from './steps.ts'
