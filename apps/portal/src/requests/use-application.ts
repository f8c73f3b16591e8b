import { checkContact } from '@sila/domain/beneficiary'
import { checkAnswers, cleanAnswers } from '@sila/domain/form'
import type { Problem } from '@sila/domain/problem'
import type { ServiceDefinition } from '@sila/domain/service'
import { useState } from 'react'
import { problemText } from '../app/domain-words.ts'
import { language } from '../app/language.ts'
import { newId } from '../app/new-id.ts'
import type { RequestSubmitInput } from '../generated/graphql.ts'
import { useDraft } from '../sending/use-draft.ts'
import { useSending } from '../sending/use-sending.ts'

/** What a person is filling in; one draft for each service. */
export type Application = {
  clientMutationId: string
  answers: Record<string, unknown>
  name: string
  phone: string
  email: string
  city: string
  permitExplained: boolean
}

type FieldProblem = { field: string; message: string }

const empty = (): Application => ({
  clientMutationId: newId(),
  answers: {},
  name: '',
  phone: '',
  email: '',
  city: '',
  permitExplained: false,
})
const same = (draft: Application) => draft

/** The logic of an application: the draft, what the domain finds in it, and the way to the receipt. */
export function useApplication(service: ServiceDefinition) {
  const key = `sila.draft.apply.${service.key}`
  const { draft, setDraft, ready, save } = useDraft(key, empty, same)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const [summary, setSummary] = useState(0)
  const [refused, setRefused] = useState<readonly FieldProblem[]>([])
  const sending = useSending(draft.clientMutationId, (problems) => {
    setRefused(problems.map(({ field, message }) => ({ field: fieldName(field), message })))
    setSummary((count) => count + 1)
  })
  const found = problemsOf(service, draft).map((problem) => ({
    field: fieldName(problem.field),
    message: problemText(problem),
  }))
  const shown = [...found.filter(({ field }) => tried || left.has(field)), ...refused]

  return {
    draft,
    ready,
    state: sending.state,
    summary,
    problems: tried ? shown : [],
    errorOf: (field: string) => shown.find((problem) => problem.field === field)?.message,
    leave: (field: string) => setLeft((before) => new Set(before).add(field)),
    change<Key extends keyof Application>(field: Key, value: Application[Key]): void {
      setDraft((before) => ({ ...before, [field]: value }))
      setRefused([])
    },
    submit(): void {
      setTried(true)
      setRefused([])
      setSummary((count) => count + 1)
      if (found.length > 0) return
      save()
      void sending.start({ type: 'request', input: inputOf(service, draft), draft: key })
    },
  }
}

function problemsOf(service: ServiceDefinition, draft: Application): Problem[] {
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Riyadh' })
  const permit: Problem[] =
    service.requiresPermit && !draft.permitExplained
      ? [{ field: 'permitExplained', code: 'PERMIT_NOT_EXPLAINED' }]
      : []
  return [
    ...checkAnswers(service.form, draft.answers, language(), today),
    ...checkContact(draft, { required: true, nameRequired: true }),
    ...permit,
  ]
}

function inputOf(service: ServiceDefinition, draft: Application): RequestSubmitInput {
  const { clientMutationId, name, phone, email, city, permitExplained } = draft
  return {
    clientMutationId,
    service: service.key,
    formVersion: service.form.version,
    answers: cleanAnswers(service.form, draft.answers),
    language: language(),
    contact: { name, phone: phone || null, email: email || null, city: city || null },
    permitExplained: service.requiresPermit ? permitExplained : null,
  }
}

function fieldName(field: string | null | undefined): string {
  return field?.split('.').at(-1) ?? ''
}
