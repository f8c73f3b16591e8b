import { useMutation, useQuery } from '@apollo/client/react'
import { emergencyRules } from '@sila/domain/breakglass'
import { Banner } from '@sila/ui/Banner'
import { TextArea } from '@sila/ui/TextArea'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { MyFactorsDocument, OpenInEmergencyDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { answerOfPasskey } from '../session/passkeys.ts'
import { ActDialog } from '../shared/ActDialog.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'

/** Opens one matter for an hour that one may not see: which, why, and the second factor once more. */
export function EmergencyDialog({ reference = '', onClose }: { reference?: string; onClose: () => void }) {
  const { t } = useT()
  const navigate = useNavigate()
  const [which, setWhich] = useState(reference)
  const [reason, setReason] = useState('')
  const [proof, setProof] = useState('')
  const { data } = useQuery(MyFactorsDocument, { fetchPolicy: 'network-only' })
  const { act, busy, problems, problemAt } = useAct()
  const [open] = useMutation(OpenInEmergencyDocument, { refetchQueries: ['MyOpenings'] })
  const factor = data?.myAccount.totp ? 'code' : data?.myAccount.passkeys.length ? 'passkey' : 'password'

  async function save(): Promise<void> {
    let place = ''
    let unspent = false
    const done = await act({ which, reason }, async (clientMutationId) => {
      const shown = factor === 'passkey' ? await answerOfPasskey() : proof
      if (shown === undefined) return [{ message: t('emergency.noPasskey') }]
      const input = { clientMutationId, reference: which, reason, [factor]: shown }
      const result = (await open({ variables: { input } })).data?.breakGlassOpen
      const opening = result?.opening
      if (opening) place = `/${opening.matterType === 'REQUEST' ? 'requests' : 'inbox'}/${opening.matterId}`
      else if (result?.problems.length === 0) return [{ message: t('emergency.shutAlready') }]
      unspent = result?.problems.every(({ field }) => field === 'reason') ?? false
      return result?.problems
    })
    // A code is good once; where only the reason was wanting it was not looked at.
    if (!unspent) setProof('')
    if (!done) return
    say(t, t('emergency.opened'), { tone: 'warn' })
    onClose()
    void navigate(place)
  }

  return (
    <ActDialog
      title={t('emergency.title')}
      confirm={t('emergency.confirm')}
      danger
      disabled={which.trim() === '' || reason.trim() === '' || (factor !== 'passkey' && proof === '')}
      onConfirm={() => void save()}
      form="emergency"
      {...{ busy, problems, onClose }}
    >
      <Banner framed tone="warn">
        {t('emergency.warning', { minutes: emergencyRules.minutes })}
      </Banner>
      <TextInput
        id="emergency-reference"
        label={t('emergency.reference')}
        error={problemAt('reference')}
        required
        dir="ltr"
        autoComplete="off"
        autoFocus={reference === ''}
        value={which}
        onChange={(event) => setWhich(event.currentTarget.value)}
      />
      <TextArea
        id="emergency-reason"
        label={t('emergency.reason')}
        error={problemAt('reason')}
        help={t('emergency.reasonHelp', { min: emergencyRules.reason.min })}
        required
        rows={3}
        dir="auto"
        autoFocus={reference !== ''}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {factor === 'passkey' ? (
        <p id="emergency-proof" tabIndex={-1}>
          {t('emergency.passkey')}
        </p>
      ) : (
        <TextInput
          id="emergency-proof"
          label={t(`emergency.${factor}`)}
          error={problemAt('proof')}
          help={factor === 'code' ? t('signIn.codeHelp') : undefined}
          type={factor === 'code' ? 'text' : 'password'}
          inputMode={factor === 'code' ? 'numeric' : 'text'}
          autoComplete={factor === 'code' ? 'one-time-code' : 'current-password'}
          required
          dir="ltr"
          value={proof}
          onChange={(event) => setProof(event.currentTarget.value)}
        />
      )}
    </ActDialog>
  )
}
