import { badArgument } from './errors.ts'

/**
 * Holds the key of an act to its bounds.
 * @throws BAD_USER_INPUT outside of 8 to 100 printable signs
 */
export function checkKey(clientMutationId: string) {
  if (!/^[\x21-\x7e]{8,100}$/.test(clientMutationId)) {
    throw badArgument('clientMutationId must have 8 to 100 printable ASCII signs, e.g. a UUID')
  }
}
