/** As much of the identity provider as the specs use; the package brings no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Reply = { path: string; body: unknown; status: number }

  export default class Provider {
    constructor(issuer: string, configuration: object)
    callback(): (request: IncomingMessage, response: ServerResponse) => void
    use(step: (reply: Reply, next: () => Promise<void>) => Promise<void>): void
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ uid: string }>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
    Client: { find(id: string): Promise<{ backchannelLogout(subject: string): Promise<unknown> }> }
    Grant: new (who: { clientId: string; accountId: string }) => {
      addOIDCScope(scope: string): void
      save(): Promise<string>
    }
  }

  export const interactionPolicy: {
    base(): { get(prompt: string): { checks: { remove(name: string): void } } | undefined }
  }
}
