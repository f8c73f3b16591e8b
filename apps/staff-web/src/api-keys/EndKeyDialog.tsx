import { useMutation } from '@apollo/client/react'
import { ApiKeyEndDocument, type ApiKeyRowFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { ActDialog } from '../shared/ActDialog.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'

type Props = { apiKey: ApiKeyRowFragment; onClose: () => void }

/** Ends a key; what runs by it stops at once. */
export function EndKeyDialog({ apiKey: { id, name }, onClose }: Props) {
  const { t } = useT()
  const { act, busy, problems } = useAct()
  const [end] = useMutation(ApiKeyEndDocument)

  async function go(): Promise<void> {
    const done = await act({ id }, async (clientMutationId) => {
      const { data } = await end({ variables: { id, input: { clientMutationId } } })
      return data?.apiKeyEnd.problems
    })
    if (!done) return
    say(t, t('apiKeys.endDone'))
    onClose()
  }
  return (
    <ActDialog
      danger
      title={t('apiKeys.endNamed', { name })}
      confirm={t('apiKeys.end')}
      onConfirm={() => void go()}
      {...{ busy, problems, onClose }}
    >
      <p>{t('apiKeys.endAbout')}</p>
    </ActDialog>
  )
}
