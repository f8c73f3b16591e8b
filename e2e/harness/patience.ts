/**
 * How long a person in a journey waits for anything, in ms. Long, since how quick a machine is proves nothing of the
 * product: what never comes fails all the same.
 */
export const patience = 30_000
