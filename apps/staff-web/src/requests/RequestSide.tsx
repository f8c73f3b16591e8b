import { Bdi, Code } from '@sila/ui/Bdi'
import { Card } from '@sila/ui/Card'
import { formatDate, formatDateTime } from '@sila/ui/format'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { useSession } from '../session/Session.tsx'
import { MaskedPerson } from '../shared/MaskedPerson.tsx'
import { PersonFacts } from '../shared/PersonFacts.tsx'
import type { OpenRequest } from './open-request.ts'
import styles from './Requests.module.css'

/** The person, and what the request has gathered on its way: Taysir, missing items, reasons, the deliverable. */
export function RequestSide({ request }: { request: OpenRequest }) {
  const { t, language } = useT()
  const { masked } = useSession()
  const facts: [string, ReactNode][] = [
    ['requests.submitted', formatDateTime(request.submittedAt, language)],
    ['requests.taysirReference', request.externalReference && <Code>{request.externalReference}</Code>],
    ['requests.lodgedAt', request.lodgedAt && formatDate(request.lodgedAt, language)],
    ['requests.decidedAt', request.externalDecidedAt && formatDate(request.externalDecidedAt, language)],
    ['requests.contactDue', request.contactDueAt && formatDateTime(request.contactDueAt, language)],
    ['requests.reasonCode', request.rejectionCode && word('rejectionReason', request.rejectionCode)],
    ['requests.reasonText', request.rejectionText && <bdi dir="auto">{request.rejectionText}</bdi>],
    ['requests.deliverable', request.deliverable && <bdi dir="auto">{request.deliverable}</bdi>],
  ]
  return (
    <aside className={styles.side} aria-label={t('requests.facts')}>
      <Card>
        {request.beneficiary && masked ? (
          <MaskedPerson id={request.beneficiary.id} />
        ) : (
          <h2 className={styles.title}>
            {request.beneficiary ? (
              <Link to={`/beneficiaries/${request.beneficiary.id}`}>
                <Bdi>{request.beneficiary.name}</Bdi>
              </Link>
            ) : (
              t('person.anonymous')
            )}
          </h2>
        )}
        {request.beneficiary && !masked && <PersonFacts person={request.beneficiary} />}
      </Card>
      <Card>
        <h2 className={styles.title}>{t('requests.facts')}</h2>
        <dl className={styles.answers}>
          {facts.map(
            ([name, value]) =>
              value && (
                <Pair key={name} name={t(name)}>
                  {value}
                </Pair>
              ),
          )}
        </dl>
        {request.service.requiresPermit && <p className={styles.meta}>{t('requests.permit')}</p>}
      </Card>
      {request.neededItems.length > 0 && (
        <Card>
          <h2 className={styles.title}>{t('requests.needed')}</h2>
          <ul className={styles.items}>
            {request.neededItems.map((item) => (
              <li key={item} dir="auto">
                {item}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </aside>
  )
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
