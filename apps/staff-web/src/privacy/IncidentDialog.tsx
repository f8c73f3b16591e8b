import { useMutation } from '@apollo/client/react'
import { personalClasses, type PersonalClass } from '@sila/domain/personal-data'
import { Checkbox } from '@sila/ui/Checkbox'
import { Fieldset } from '@sila/ui/Field'
import { TextArea } from '@sila/ui/TextArea'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { RecordIncidentDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { ActDialog } from '../shared/ActDialog.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'

const now = (): string => new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 16)

/** Records a breach, described without names; its clock runs from when it became known. */
export function IncidentDialog({ onClose }: { onClose: () => void }) {
  const { t } = useT()
  const [at, setAt] = useState(now)
  const [what, setWhat] = useState('')
  const [measures, setMeasures] = useState('')
  const [people, setPeople] = useState('1')
  const [classes, setClasses] = useState<readonly PersonalClass[]>([])
  const { act, busy, problems } = useAct()
  const [record] = useMutation(RecordIncidentDocument, { refetchQueries: ['PrivacyIncidents'] })

  async function save(): Promise<void> {
    // The Kingdom keeps one time all year.
    const discoveredAt = at === '' ? '' : `${at}:00+03:00`
    const content = { what, measures, classes: [...classes], people: Number(people) || 0, discoveredAt }
    const done = await act(content, async (clientMutationId) => {
      const { data } = await record({ variables: { input: { ...content, clientMutationId } } })
      return data?.incidentRecord.problems
    })
    if (!done) return
    say(t, t('incident.recorded'))
    onClose()
  }
  const toggle = (one: PersonalClass): void =>
    setClasses(classes.includes(one) ? classes.filter((each) => each !== one) : [...classes, one])

  return (
    <ActDialog
      title={t('incident.record')}
      confirm={t('app.save')}
      disabled={at === ''}
      onConfirm={() => void save()}
      {...{ busy, problems, onClose }}
    >
      <TextInput
        type="datetime-local"
        label={t('incident.when')}
        required
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
      <TextArea
        label={t('incident.what')}
        help={t('incident.noNames')}
        required
        rows={3}
        dir="auto"
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <Fieldset label={t('incident.classes')}>
        {personalClasses.map((each) => (
          <Checkbox
            key={each}
            label={t(`privacy.class.${each}`)}
            checked={classes.includes(each)}
            onChange={() => toggle(each)}
          />
        ))}
      </Fieldset>
      <TextInput
        type="number"
        min={0}
        label={t('incident.howMany')}
        required
        value={people}
        onChange={(event) => setPeople(event.currentTarget.value)}
      />
      <TextArea
        label={t('incident.measures')}
        required
        rows={3}
        dir="auto"
        value={measures}
        onChange={(event) => setMeasures(event.currentTarget.value)}
      />
    </ActDialog>
  )
}
