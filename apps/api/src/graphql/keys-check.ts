import { badArgument } from '../errors.ts'

/** Describes the key of an act everywhere in the same words. */
export const keyHelp =
  'Made once for one intention, 8 to 100 signs: sent again with the same content it does nothing twice.'
/** Describes the version that an act was meant for everywhere in the same words. */
export const versionHelp =
  'The version that was seen; where it has changed since, nothing is done and the news is shown.'

/**
 * Holds the key of an act to its bounds.
 * @throws BAD_USER_INPUT outside of 8 to 100 printable signs
 */
export function checkKey(clientMutationId: string) {
  if (!/^[\x21-\x7e]{8,100}$/.test(clientMutationId)) {
    throw badArgument('clientMutationId must have 8 to 100 printable ASCII signs, e.g. a UUID')
  }
}
