import { ClockIcon, MailIcon, MapPinIcon, MessageIcon, PhoneIcon } from '@sila/ui/icons'
import type { ReactNode } from 'react'
import { useAssociation } from './association.ts'
import type { Association } from './association.ts'
import { language } from './language.ts'
import { pathOf } from './routes.ts'
import { t } from './words.ts'
import styles from './Footer.module.css'

/** How to reach us, and the pages that are not on the way. */
export function Footer() {
  const here = language()
  return (
    <footer className={styles.footer} data-print="hide" id="contact">
      <div className={`wrap ${styles.inner}`}>
        <h2 className="sr-only">{t('contact.title')}</h2>
        <Contact association={useAssociation()} />
        <nav className={styles.pages} aria-label={t('footer.nav')}>
          <a href={pathOf(here, 'ask')}>{t('card.ask')}</a>
          <a href={pathOf(here, 'services')}>{t('nav.services')}</a>
          <a href={pathOf(here, 'find')}>{t('nav.track')}</a>
          <a href={pathOf(here, 'mine')}>{t('nav.mine')}</a>
          <a href={pathOf(here, 'questions')}>{t('nav.questions')}</a>
          <a href={pathOf(here, 'promises')}>{t('nav.promises')}</a>
          <a href={pathOf(here, 'privacy')}>{t('nav.privacy')}</a>
        </nav>
      </div>
    </footer>
  )
}

function Contact({ association }: { association: Association | undefined }) {
  const { phone, whatsapp, email, address, hours } = association ?? {}
  const digits = whatsapp?.replace(/\D/gu, '')
  return (
    <ul className={styles.contact}>
      <Way icon={<PhoneIcon />} label={t('contact.phone')} value={phone} href={phone && `tel:${phone}`} ltr />
      <Way
        icon={<MessageIcon />}
        label={t('contact.whatsapp')}
        value={whatsapp}
        href={digits && `https://wa.me/${digits}`}
        ltr
      />
      <Way
        icon={<MailIcon />}
        label={t('contact.email')}
        value={email}
        href={email && `mailto:${email}`}
        ltr
      />
      <Way icon={<MapPinIcon />} label={t('contact.visit')} value={address} />
      {hours && <Way icon={<ClockIcon />} label={t('contact.hours')} value={hours} />}
    </ul>
  )
}

type WayProps = { icon: ReactNode; label: string; value?: string | null; href?: string | null; ltr?: boolean }

function Way({ icon, label, value, href, ltr }: WayProps) {
  const [before = '…', after] = value?.split('@') ?? []
  const written = (
    <bdi dir={ltr ? 'ltr' : undefined}>
      {before}
      {after && (
        <>
          {/* An address that is too long for its line breaks here first. */}
          <wbr />@{after}
        </>
      )}
    </bdi>
  )
  return (
    <li>
      {icon}
      <span>
        <span className={styles.label}>{label}</span>
        {href ? <a href={href}>{written}</a> : written}
      </span>
    </li>
  )
}
