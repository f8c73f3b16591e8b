import { useMutation } from '@apollo/client/react'
import { erasureGrounds, type ErasureGround } from '@sila/domain/personal-data'
import { Banner } from '@sila/ui/Banner'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ErasePersonDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { ActDialog } from '../shared/ActDialog.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'

/** Erases a person for good: it wants a ground, and the number typed, so that nobody is erased by a slip. */
export function EraseDialog({
  person,
  onClose,
}: {
  person: { id: string; number: string }
  onClose: () => void
}) {
  const { t } = useT()
  const navigate = useNavigate()
  const [ground, setGround] = useState<ErasureGround>('ASKED')
  const [typed, setTyped] = useState('')
  const { act, busy, problems } = useAct()
  const [erase, { client }] = useMutation(ErasePersonDocument)

  async function confirm(): Promise<void> {
    const done = await act({ ground }, async (clientMutationId) => {
      const { data } = await erase({
        variables: { input: { clientMutationId, beneficiaryId: person.id, ground } },
      })
      return data?.personErase.problems
    })
    if (!done) return
    say(t, t('erasure.done'))
    // Nothing of the person stays in this browser either.
    await client.clearStore()
    void navigate('?part=erasures')
  }

  return (
    <ActDialog
      title={t('erasure.erase')}
      confirm={t('erasure.confirm')}
      danger
      disabled={typed.trim().toUpperCase() !== person.number}
      onConfirm={() => void confirm()}
      {...{ busy, problems, onClose }}
    >
      <Banner framed tone="danger">
        {t('erasure.warning')}
      </Banner>
      <NativeSelect
        label={t('erasure.ground')}
        value={ground}
        onChange={(event) =>
          setGround(erasureGrounds.find((each) => each === event.currentTarget.value) ?? 'ASKED')
        }
        options={erasureGrounds.map((value) => ({ value, label: t(`erasure.ground.${value}`) }))}
      />
      <TextInput
        label={t('erasure.type', { number: person.number })}
        required
        dir="ltr"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </ActDialog>
  )
}
