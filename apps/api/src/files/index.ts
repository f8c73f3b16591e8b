export { checkFile } from './check.ts'
export { sweepFiles, takeAwayOrphans } from './sweep.ts'
