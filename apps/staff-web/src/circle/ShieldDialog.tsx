import { useApolloClient, useQuery } from '@apollo/client/react'
import { Checkbox } from '@sila/ui/Checkbox'
import { RadioCards } from '@sila/ui/RadioCards'
import { useState } from 'react'
import {
  ColleaguesDocument,
  ShieldRequestDocument,
  ShieldThreadDocument,
  type Sensitivity,
} from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { ActDialog } from '../shared/ActDialog.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'
import { AboutWhom } from './AboutWhom.tsx'
import styles from './Circle.module.css'
import type { Guarded } from './CircleDialog.tsx'
import { takeAway } from './sight.ts'

type Props = {
  matter: Guarded
  /** Whoever owns it sees it anyway. */
  mine: boolean
  suggested?: Sensitivity | undefined
  onClose: () => void
  onChanged: () => void
}

const choices: readonly Sensitivity[] = ['COUNSELLING', 'NEW_MUSLIM', 'STAFF_COMPLAINT']

/** Marks a matter as sensitive, for whoever meets it first: a supervisor then says who may know of it. */
export function ShieldDialog({ matter, mine, suggested = 'COUNSELLING', onClose, onChanged }: Props) {
  const { t, language } = useT()
  const client = useApolloClient()
  const { data } = useQuery(ColleaguesDocument, { variables: { language } })
  const [why, setWhy] = useState<Sensitivity>(suggested)
  const [about, setAbout] = useState('')
  const [withMe, setWithMe] = useState(false)
  const { act, busy, problems } = useAct()
  const complaint = why === 'STAFF_COMPLAINT'

  async function save(): Promise<void> {
    const content = {
      expectedVersion: matter.version,
      sensitivity: why,
      aboutStaffId: complaint && about !== '' ? about : null,
      withoutMe: !mine && !withMe,
    }
    let left = false
    const done = await act(content, async (clientMutationId) => {
      const variables = { id: matter.id, input: { ...content, clientMutationId } }
      const told =
        matter.__typename === 'Request'
          ? (await client.mutate({ mutation: ShieldRequestDocument, variables })).data?.outcome
          : (await client.mutate({ mutation: ShieldThreadDocument, variables })).data?.outcome
      left = told !== undefined && ('request' in told ? told.request === null : told.interaction === null)
      return told?.conflict ? [{ message: t('act.changedMeanwhile') }] : told?.problems
    })
    if (!done) {
      onChanged()
      return
    }
    say(t, t(left ? 'shield.done' : 'shield.doneMine'))
    onClose()
    if (left) takeAway(client, matter.id)
    else onChanged()
  }

  return (
    <ActDialog
      title={t('shield.title')}
      confirm={t('shield.confirm')}
      onConfirm={() => void save()}
      {...{ busy, problems, onClose }}
    >
      <p className={styles.about}>{t('shield.about')}</p>
      <RadioCards<Sensitivity>
        name="sensitivity"
        label={t('circle.whyQuestion')}
        value={why}
        onChange={setWhy}
        options={choices.map((value) => ({
          value,
          label: t(`circle.why.${value}`),
          help: t(`circle.whyHelp.${value}`),
        }))}
      />
      {complaint && <AboutWhom value={about} staff={data?.staff ?? []} onChange={setAbout} />}
      {!mine && (
        <Checkbox
          label={t('circle.withMe')}
          help={t('shield.withMeHelp')}
          checked={withMe}
          onChange={(event) => setWithMe(event.currentTarget.checked)}
        />
      )}
    </ActDialog>
  )
}
