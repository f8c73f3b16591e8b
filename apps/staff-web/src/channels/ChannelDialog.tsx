import { useMutation } from '@apollo/client/react'
import { channelStates } from '@sila/domain/channel'
import { Button } from '@sila/ui/Button'
import { Checkbox } from '@sila/ui/Checkbox'
import { Dialog } from '@sila/ui/Dialog'
import { ErrorSummary } from '@sila/ui/ErrorSummary'
import { Fieldset } from '@sila/ui/Field'
import { RadioCards } from '@sila/ui/RadioCards'
import { Input, TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { UpdateChannelDocument, type ChannelRowFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { newId } from '../shared/newId.ts'
import { say } from '../shared/say.ts'
import { dayName, weekDays, type Hours } from './hours.ts'
import styles from './Channels.module.css'

/** Sets a channel's account, hours and state. */
export function ChannelDialog({ channel, onClose }: { channel: ChannelRowFragment; onClose: () => void }) {
  const { t, language } = useT()
  const [account, setAccount] = useState(channel.account)
  const [state, setState] = useState(channel.state)
  const [hours, setHours] = useState<readonly Hours[]>(
    channel.hours.map(({ day, from, to }) => ({ day, from, to })),
  )
  const [problems, setProblems] = useState<readonly { field: string | null; message: string }[]>([])
  const [tried, setTried] = useState<{ id: string; what: string }>()
  const [update, { loading }] = useMutation(UpdateChannelDocument)

  async function save(): Promise<void> {
    const what = JSON.stringify({ account, state, hours })
    const clientMutationId = tried?.what === what ? tried.id : newId()
    setTried({ id: clientMutationId, what })
    try {
      const { data } = await update({
        variables: { id: channel.id, input: { clientMutationId, account, state, hours: [...hours] } },
      })
      const found = data?.channelUpdate.problems ?? []
      setProblems(found)
      if (found.length > 0) return
      say(t, t('channels.saved'))
      onClose()
    } catch {
      setProblems([{ field: null, message: t('act.failed') }])
    }
  }
  const change = (place: number, part: Partial<Hours>): void =>
    setHours((before) => before.map((one, index) => (index === place ? { ...one, ...part } : one)))
  const toggle = (day: number): void =>
    setHours((before) =>
      before.some((one) => one.day === day)
        ? before.filter((one) => one.day !== day)
        : [...before, { day, from: '08:00', to: '15:00' }].toSorted((a, b) => a.day - b.day),
    )

  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={word('channel', channel.code)}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" busy={loading} onClick={() => void save()}>
            {t('app.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {problems.length > 0 && (
          <ErrorSummary
            title={t('app.problems')}
            errors={problems.map(({ message }) => ({ text: message }))}
          />
        )}
        <TextInput
          label={t('channels.account')}
          required
          dir="auto"
          value={account}
          onChange={(event) => setAccount(event.currentTarget.value)}
        />
        <RadioCards
          name="state"
          label={t('filter.status')}
          columns={3}
          value={state}
          onChange={setState}
          options={channelStates.map((value) => ({ value, label: word('channelState', value) }))}
        />
        <Fieldset label={t('channels.hours')} help={t('channels.hoursHelp')}>
          {weekDays.map((day) => (
            <div key={day} className={styles.day}>
              <Checkbox
                label={dayName(day, language)}
                checked={hours.some((one) => one.day === day)}
                onChange={() => toggle(day)}
              />
              <span className={styles.spans}>
                {hours.map(
                  (one, place) =>
                    one.day === day && (
                      <span key={place} className={styles.span} dir="ltr">
                        <Input
                          type="time"
                          aria-label={t('channels.from', { day: dayName(day, language) })}
                          value={one.from}
                          onChange={(event) => change(place, { from: event.currentTarget.value })}
                        />
                        <Input
                          type="time"
                          aria-label={t('channels.to', { day: dayName(day, language) })}
                          value={one.to}
                          onChange={(event) => change(place, { to: event.currentTarget.value })}
                        />
                      </span>
                    ),
                )}
              </span>
            </div>
          ))}
        </Fieldset>
      </div>
    </Dialog>
  )
}
