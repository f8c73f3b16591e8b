import { useApolloClient, useQuery } from '@apollo/client/react'
import { Banner } from '@sila/ui/Banner'
import { Checkbox } from '@sila/ui/Checkbox'
import { RadioCards } from '@sila/ui/RadioCards'
import { useState } from 'react'
import {
  ColleaguesDocument,
  ProtectRequestDocument,
  ProtectThreadDocument,
  type Sensitivity,
} from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { ActDialog } from '../shared/ActDialog.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'
import { AboutWhom } from './AboutWhom.tsx'
import { CircleMembers } from './CircleMembers.tsx'
import { takeAway } from './sight.ts'

type Named = { id: string; name: string }
/** What the dialog has to know of a matter. */
export type Guarded = {
  __typename?: 'Interaction' | 'Request'
  id: string
  version: number
  sensitivity: Sensitivity | null
  circle: readonly Named[]
  aboutStaff: Named | null
}
type Choice = Sensitivity | 'NONE'
type Props = {
  matter: Guarded
  /** What it is protected as when the dialog opens, where it is not yet. */
  suggested?: Sensitivity | undefined
  onClose: () => void
  onChanged: () => void
}

const choices: readonly Choice[] = ['NONE', 'COUNSELLING', 'NEW_MUSLIM', 'STAFF_COMPLAINT']

/** Says who alone may know of a matter, and why. */
export function CircleDialog({ matter, suggested, onClose, onChanged }: Props) {
  const { t, language } = useT()
  const { me } = useSession()
  const client = useApolloClient()
  const { data } = useQuery(ColleaguesDocument, { variables: { language } })
  const [why, setWhy] = useState<Choice>(matter.sensitivity ?? suggested ?? 'NONE')
  const [about, setAbout] = useState(matter.aboutStaff?.id ?? '')
  const [members, setMembers] = useState(() => matter.circle.map(({ id }) => id).filter((id) => id !== me.id))
  const [withMe, setWithMe] = useState(true)
  const { act, busy, problems } = useAct()
  const staff = data?.staff ?? []
  const complaint = why === 'STAFF_COMPLAINT'

  async function save(): Promise<void> {
    const content = {
      expectedVersion: matter.version,
      sensitivity: why === 'NONE' ? null : why,
      circle: why === 'NONE' ? [] : members,
      aboutStaffId: complaint && about !== '' ? about : null,
      withoutMe: !withMe,
    }
    let left = false
    const done = await act(content, async (clientMutationId) => {
      const variables = { id: matter.id, input: { ...content, clientMutationId } }
      if (matter.__typename === 'Request') {
        const result = (await client.mutate({ mutation: ProtectRequestDocument, variables })).data
          ?.requestProtect
        left = result?.request === null
        return result?.conflict ? [{ message: t('act.changedMeanwhile') }] : result?.problems
      }
      const result = (await client.mutate({ mutation: ProtectThreadDocument, variables })).data
        ?.interactionProtect
      left = result?.interaction === null
      return result?.conflict ? [{ message: t('act.changedMeanwhile') }] : result?.problems
    })
    if (!done) {
      onChanged()
      return
    }
    say(t, t(left ? 'done.outOfSight' : why === 'NONE' ? 'circle.lifted' : 'circle.drawn'))
    onClose()
    if (left) takeAway(client, matter.id)
    else onChanged()
  }

  return (
    <ActDialog
      title={t('circle.title')}
      confirm={t('app.save')}
      onConfirm={() => void save()}
      {...{ busy, problems, onClose }}
    >
      <RadioCards<Choice>
        name="sensitivity"
        label={t('circle.whyQuestion')}
        value={why}
        onChange={setWhy}
        columns={2}
        options={choices.map((value) => ({
          value,
          label: t(`circle.why.${value}`),
          help: t(`circle.whyHelp.${value}`),
        }))}
      />
      {complaint && (
        <AboutWhom
          value={about}
          staff={staff}
          onChange={(id) => {
            setAbout(id)
            setMembers(members.filter((one) => one !== id))
          }}
        />
      )}
      {why !== 'NONE' && (
        <>
          <CircleMembers
            members={members}
            staff={staff.filter(({ id, role }) => id !== me.id && id !== about && role !== 'ANALYST')}
            onChange={setMembers}
          />
          <Checkbox
            label={t('circle.withMe')}
            checked={withMe}
            onChange={(event) => setWithMe(event.currentTarget.checked)}
          />
          {!withMe && (
            <Banner framed tone="warn">
              {t('circle.withoutMe')}
            </Banner>
          )}
        </>
      )}
    </ActDialog>
  )
}
