import { useQuery } from '@apollo/client/react'
import { Bdi } from '@sila/ui/Bdi'
import { MyAccountDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { useWaysIn } from '../session/waysIn.ts'
import { PageHead } from '../shared/PageHead.tsx'
import { PageState } from '../shared/PageState.tsx'
import styles from './Account.module.css'
import { Factor } from './Factor.tsx'
import { Passkeys } from './Passkeys.tsx'
import { Password } from './Password.tsx'
import { Places } from './Places.tsx'

/** My account: where I am in, and how I get in. */
export function AccountPage() {
  const { t } = useT()
  const { me } = useSession()
  const { data, error, refetch } = useQuery(MyAccountDocument, { fetchPolicy: 'cache-and-network' })
  const again = (): void => void refetch()
  // What is guarded by a password is no use to people who have none.
  const byPassword = useWaysIn()?.passwords ?? true
  return (
    <div className="page">
      <PageHead
        title={t('nav.account')}
        text={
          <>
            <Bdi>{me.name}</Bdi> · <Bdi>{me.email ?? ''}</Bdi>
          </>
        }
      />
      {!data ? (
        <PageState failed={error !== undefined} onRetry={again} />
      ) : (
        <div className={styles.cards}>
          <Places sessions={data.myAccount.sessions} />
          {byPassword && <Factor totp={data.myAccount.totp} onChanged={again} />}
          <Passkeys
            passkeys={data.myAccount.passkeys}
            totp={data.myAccount.totp}
            byPassword={byPassword}
            onChanged={again}
          />
          {byPassword && <Password onChanged={again} />}
        </div>
      )}
    </div>
  )
}
