import { makePolicy } from '@sila/ui/trusted'

const policy = makePolicy('sila-worker', { createScriptURL: () => '/sw.js' })

/** The address of the service worker; under Trusted Types no other script is ever started as one. */
export const workerAddress = (): string => policy.createScriptURL()
