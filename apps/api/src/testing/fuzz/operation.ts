/** One thing to send, as it was made of chance. */
export type Operation = {
  kind: 'query' | 'mutation' | 'subscription'
  query: string
  variables: Record<string, unknown>
  operationName?: string
  /** Which of those who may send does. */
  sender: number
  /** Whether it goes by the live line; subscriptions always do. */
  live: boolean
}
