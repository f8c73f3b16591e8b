import { useApolloClient, useSubscription } from '@apollo/client/react'
import { EmergencyFeedDocument, EmergencyUsesDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { say } from '../shared/say.ts'

/** Tells the privacy officer at once, in whichever room, that a matter was opened in an emergency. */
export function EmergencyNotices() {
  const { t } = useT()
  const client = useApolloClient()
  useSubscription(EmergencyFeedDocument, {
    onData: ({ data: { data } }) => {
      const item = data?.breakGlassFeed
      if (!item || (!item.use && !item.reset)) return
      if (client.cache.readQuery({ query: EmergencyUsesDocument }))
        void client.query({ query: EmergencyUsesDocument, fetchPolicy: 'network-only' })
      if (item.use?.open)
        say(t, t('emergency.notice', { name: item.use.staff.name, reference: item.use.reference }), {
          tone: 'warn',
        })
    },
  })
  return null
}
