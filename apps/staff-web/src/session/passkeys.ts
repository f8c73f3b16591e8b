import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { knock, type Trouble } from './door.ts'

/** How it went with the device; `unable` where the person called it off or the device cannot. */
export type PasskeyResult = 'ok' | 'unable' | Trouble

// Few sign in by it at every start: it is loaded when it is asked for.
const library = () => import('@simplewebauthn/browser')

/** Signs in by a passkey, whoever it belongs to. */
export async function signInWithPasskey(): Promise<PasskeyResult> {
  const asked = await knock('/passkey/generate-authenticate-options')
  if (!asked.ok) return asked.trouble
  try {
    const response = await answerOf(asked.data)
    const reply = await knock('/passkey/verify-authentication', { response })
    return reply.ok ? 'ok' : reply.trouble
  } catch {
    return 'unable'
  }
}

/** What the device answers when it is asked once more; nothing where it cannot, or the person called it off. */
export async function answerOfPasskey(): Promise<object | undefined> {
  const asked = await knock('/passkey/generate-authenticate-options')
  return asked.ok ? answerOf(asked.data).catch(() => undefined) : undefined
}

async function answerOf(asked: Record<string, unknown>) {
  const { startAuthentication } = await library()
  // The server's own words, made for this very library.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- JSON of @simplewebauthn/server
  const optionsJSON = asked as unknown as PublicKeyCredentialRequestOptionsJSON
  return startAuthentication({ optionsJSON })
}

/** Adds this device, or one that is held to it, under a name; the password says that it is the owner who asks. */
export async function addPasskey(name: string, password: string): Promise<PasskeyResult> {
  const asked = await knock('/passkey/generate-register-options')
  if (!asked.ok) return asked.trouble
  try {
    const { startRegistration } = await library()
    // oxlint-disable-next-line typescript/consistent-type-assertions -- JSON of @simplewebauthn/server
    const optionsJSON = asked.data as unknown as PublicKeyCredentialCreationOptionsJSON
    const response = await startRegistration({ optionsJSON })
    const reply = await knock('/passkey/verify-registration', { response, name, password })
    return reply.ok ? 'ok' : reply.trouble
  } catch {
    return 'unable'
  }
}
