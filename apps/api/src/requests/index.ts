// The door to requests: what may be done to them, by whoever calls.
export { submitRequest } from './request.submit.ts'
export {
  approveRequest,
  askForInfo,
  assignRequest,
  cancelRequest,
  closeRequest,
  contactAboutDecision,
  fulfilRequest,
  lodgeRequest,
  noteRequest,
  rejectRequest,
  resumeRequest,
  returnRequest,
  reviewRequest,
  startRequest,
  waitlistRequest,
} from './request.acts.ts'
export { mergeRequest } from './request.merge.ts'
export { tendAll, tendRequest } from './request.tend.ts'
export { reopenRequest, replyToRequest, withdrawRequest } from './request.replies.ts'
