import { checkSubmission } from '@sila/domain/interaction-text'
import { useState } from 'react'
import type { Chosen } from '../files/chosen.ts'
import { problemText } from '../app/domain-words.ts'
import { useDraft } from '../sending/use-draft.ts'
import { useSending } from '../sending/use-sending.ts'
import { inputOf } from './ask-input.ts'
import { askDraftKey, emptyDraft, withAddress } from './draft.ts'
import type { AskDraft } from './draft.ts'

export type FieldProblem = { field: string; message: string }

/** The logic of the ask form: the draft, what the domain finds in it, and the way to the receipt. */
export function useAskForm() {
  const { draft, setDraft, ready, save } = useDraft<AskDraft>(askDraftKey, emptyDraft, arriveAt)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const [summary, setSummary] = useState(0)
  const [files, setFiles] = useState<Chosen[]>([])
  const [refused, setRefused] = useState<readonly FieldProblem[]>([])
  const sending = useSending(draft.clientMutationId, (problems) => {
    setRefused(problems.map(({ field, message }) => ({ field: fieldName(field), message })))
    setSummary((count) => count + 1)
  })

  const found: FieldProblem[] = checkSubmission(inputOf(draft)).map((problem) => ({
    field: fieldName(problem.field),
    message: problemText(problem),
  }))
  const shown = [...found.filter(({ field }) => tried || left.has(field)), ...refused]

  function change<Key extends keyof AskDraft>(key: Key, value: AskDraft[Key]): void {
    setDraft((before) => ({ ...before, [key]: value }))
    setRefused((before) => before.filter(({ field }) => field !== key))
  }

  function submit(): void {
    setTried(true)
    setRefused([])
    setSummary((count) => count + 1)
    if (found.length === 0) {
      save()
      void start()
    }
  }

  // Files are kept before the words are sent: whatever happens in between, both are there.
  async function start(): Promise<void> {
    if (files.length > 0) await (await import('../files/queue.ts')).follow(draft.clientMutationId, files)
    const work = { type: 'interaction', input: inputOf(draft), draft: askDraftKey } as const
    await sending.start(files.length > 0 ? { ...work, files: true } : work)
  }

  return {
    draft,
    files,
    setFiles,
    ready,
    change,
    /** A field is checked when the person leaves it, not while the first letters are typed. */
    leave: (field: string) => setLeft((before) => new Set(before).add(field)),
    problems: tried ? shown : [],
    errorOf: (field: string) => shown.find((problem) => problem.field === field)?.message,
    summary,
    submit,
    state: sending.state,
    startAnew: () => setDraft(emptyDraft()),
  }
}

/** The last part of a path names the control: `contact.phone` is `phone`, `input.text` is `text`. */
function fieldName(field: string | null | undefined): string {
  return field?.split('.').at(-1) ?? ''
}

// What somebody typed into the prerendered page before the code arrived is theirs too.
function arriveAt(draft: AskDraft): AskDraft {
  const typed = document.querySelector<HTMLTextAreaElement>('#text')?.value ?? ''
  return withAddress({ ...draft, text: draft.text || typed }, location.search)
}
