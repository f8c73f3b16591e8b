import { useApolloClient } from '@apollo/client/react'
import { checkContact } from '@sila/domain/beneficiary'
import { checkSubmission, submittableKinds } from '@sila/domain/interaction'
import { suggestLanguage } from '@sila/domain/language'
import { problemText } from '../../i18n/words.ts'
import { useState } from 'react'
import {
  RecordInteractionDocument,
  type ChannelCode,
  type InteractionKind,
  type RecordInteractionMutation,
} from '../../generated/graphql.ts'
import { useT } from '../../i18n/useT.ts'
import { newId } from '../../shared/newId.ts'

/** What an officer types while somebody calls, stands at the desk or has written. */
export type RecordForm = {
  channel: ChannelCode
  missed: boolean
  kind: InteractionKind
  who: 'known' | 'new' | 'anonymous'
  beneficiaryId: string | undefined
  name: string
  phone: string
  email: string
  about: string
  text: string
  language: string | undefined
  occurredAt: string
  social: string
  letterNumber: string
}

/** What came of it: the matter and the receipt to hand over. */
export type Recorded = NonNullable<RecordInteractionMutation['interactionRecord']>

const empty: RecordForm = {
  channel: 'PHONE',
  missed: false,
  kind: 'INQUIRY',
  who: 'known',
  beneficiaryId: undefined,
  name: '',
  phone: '',
  email: '',
  about: '',
  text: '',
  language: undefined,
  occurredAt: '',
  social: 'WhatsApp',
  letterNumber: '',
}

/** The kinds that a channel can bring; a missed call is set apart. */
export const recordKinds = submittableKinds

/** The form's logic: what is typed, what is wrong, one sending however often the button is pressed. */
export function useRecord() {
  const client = useApolloClient()
  const { t, language: screen } = useT()
  const [form, setForm] = useState(empty)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [status, setStatus] = useState<'idle' | 'sending' | 'failed'>('idle')
  const [recorded, setRecorded] = useState<Recorded>()
  const [tried, setTried] = useState<{ id: string; what: string }>()
  const language = form.language ?? suggestLanguage(form.text) ?? screen

  function check(): Record<string, string> {
    const contact = form.who === 'new' ? contactOf(form) : undefined
    const found = [
      ...checkSubmission({
        kind: kindOf(form),
        text: form.text,
        about: form.about,
        language,
        contact,
        anonymous: form.who === 'anonymous',
      }),
      ...(form.who === 'new' ? checkContact(contactOf(form), { nameRequired: true }) : []),
    ]
    const messages = Object.fromEntries(
      found.map((problem) => [problem.field ?? 'text', problemText(problem)]),
    )
    if (form.who === 'known' && form.beneficiaryId === undefined)
      messages['beneficiaryId'] = t('record.whoMissing')
    if (form.channel === 'LETTER' && form.letterNumber.trim() === '')
      messages['letterNumber'] = t('record.letterNumberMissing')
    return messages
  }

  async function send(): Promise<void> {
    const wrong = check()
    setProblems(wrong)
    if (Object.keys(wrong).length > 0 || status === 'sending') return
    const what = JSON.stringify({ form, language })
    const id = tried?.what === what ? tried.id : newId()
    setTried({ id, what })
    setStatus('sending')
    try {
      const { data } = await client.mutate({
        mutation: RecordInteractionDocument,
        variables: { input: { clientMutationId: id, language, ...inputOf(form) } },
      })
      const result = data?.interactionRecord
      if (!result || result.problems.length > 0) {
        setProblems(
          Object.fromEntries(
            (result?.problems ?? []).map(({ field, message }) => [field ?? 'text', message]),
          ),
        )
        setStatus(result ? 'idle' : 'failed')
        return
      }
      setStatus('idle')
      setRecorded(result)
    } catch {
      setStatus('failed')
    }
  }

  const change = (part: Partial<RecordForm>): void => setForm((before) => ({ ...before, ...part }))
  return { form, change, language, problems, status, recorded, send }
}

function kindOf(form: RecordForm): InteractionKind {
  return form.channel === 'PHONE' && form.missed ? 'MISSED_CALL' : form.kind
}

function contactOf({ name, phone, email }: RecordForm) {
  return { name: name || null, phone: phone || null, email: email || null }
}

function inputOf(form: RecordForm) {
  return {
    channel: form.channel,
    kind: kindOf(form),
    text: form.text,
    about: form.about || null,
    anonymous: form.who === 'anonymous',
    beneficiaryId: form.who === 'known' ? (form.beneficiaryId ?? null) : null,
    contact: form.who === 'new' ? contactOf(form) : null,
    // The desk's clock is the association's clock, wherever the officer's machine thinks it is.
    occurredAt: form.occurredAt === '' ? null : new Date(`${form.occurredAt}:00+03:00`).toISOString(),
    social: form.channel === 'SOCIAL' ? form.social : null,
    letterNumber: form.channel === 'LETTER' ? form.letterNumber : null,
  }
}
