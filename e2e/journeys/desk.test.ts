import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { look } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { findOnDesk, placeHold, turnTo } from '../harness/desk.ts'
import { submit } from '../harness/guest.ts'
import { seen } from '../harness/see.ts'
import { told } from '../harness/staff.ts'
import { staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()
const t = staffWords('ar')

/** Looks at a part of the desk on every screen. */
const lookAtPart = (page: Page, part: string, language = 'ar') => look(page, `privacy-${part}-${language}`)

/** Somebody whose one matter was closed so many months ago, and who was not heard of since. */
async function lastHeardOf(name: string, phone: string, months: number): Promise<void> {
  const { reference } = await submit('هل لديكم درس في حيّنا؟', 'ar', { contact: { name, phone } })
  const at = `now() - interval '${months} months'`
  await database.rows(
    `with m as (update interaction set open = false, status = 'CLOSED', received_at = ${at}, closed_at = ${at}, last_activity_at = ${at}
      where reference = $1 returning beneficiary_id) update beneficiary set since = ${at} where id in (select beneficiary_id from m)`,
    [reference],
  )
}

/** Lets the night come now. */
async function nightFalls(): Promise<void> {
  await database.rows(
    `update pgboss.job set start_after = now() where name = 'house.nightly' and state = 'created'`,
  )
}

test('a term is set within its bounds, the night ends what is due by it, a hold keeps its person, and the trail is whole', async () => {
  const [held, due] = ['أسماء عبدالباسط', 'مروة عبدالجليل']
  await lastHeardOf(held, '0557700441', 54)
  await lastHeardOf(due, '0557700442', 54)
  const desk = await browser.open('/staff/privacy', { device: 'desktop', as: 'dalal' })
  await findOnDesk(desk, t, held)
  await placeHold(desk, t, 'نزاع أمام المحكمة')

  // Five years is the default. What is set must lie within bounds, and for a reason.
  await turnTo(desk, t, 'retention')
  const record = t('retention.record.BENEFICIARY')
  const row = desk
    .getByRole('region', { name: t('privacy.part.retention') })
    .getByRole('row')
    .filter({ hasText: record })
  await seen(row.getByText(t('retention.years', { count: 5 })))
  await row.getByRole('button', { name: t('retention.changeOf', { record }) }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel(t('retention.inMonths')).fill('6')
  await dialog.getByRole('button', { name: t('app.save') }).click()
  await seen(dialog.getByRole('alert'))
  await lookAtPart(desk, 'retention-form')
  await dialog.getByLabel(t('retention.inMonths')).fill('48')
  await dialog.getByLabel(t('retention.why')).fill('قرار مجلس الإدارة رقم 12')
  await dialog.getByRole('button', { name: t('app.save') }).click()
  await told(desk, t, 'retention.set')
  await seen(row.getByText(t('retention.years', { count: 4 })))
  await seen(row.getByText('قرار مجلس الإدارة رقم 12'))
  await seen(row.getByText('دلال العتيبي'))
  await nightFalls()

  // Meanwhile the register leaves as a file, and that it left is told.
  await turnTo(desk, t, 'register')
  const file = desk.waitForEvent('download')
  await desk.getByRole('button', { name: t('privacy.registerCsv') }).click()
  await file
  await turnTo(desk, t, 'exports')
  await seen(
    desk
      .getByRole('row')
      .filter({ hasText: t('export.what.REGISTER') })
      .getByText('دلال العتيبي'),
  )
  await lookAtPart(desk, 'exports')

  const run = desk
    .getByRole('region', { name: t('retention.runs') })
    .getByRole('row')
    .filter({ hasText: record })
  await expect
    .poll(async () => {
      await turnTo(desk, t, 'exports')
      await turnTo(desk, t, 'retention')
      await seen(row)
      const all = await run.all()
      return Promise.all(all.map((one) => one.getByRole('cell').allInnerTexts()))
    })
    // The true night may have been before it, and found nothing.
    .toContainEqual([record, expect.any(String), '2', '1', '1', '0'])
  await lookAtPart(desk, 'retention')

  // Who was due is gone, and whoever is held is there.
  await turnTo(desk, t, 'people')
  await desk.getByLabel(t('privacy.findPerson')).fill(due)
  await seen(desk.getByText(t('beneficiaries.notFound', { text: due })))
  await findOnDesk(desk, t, held)
  await turnTo(desk, t, 'erasures')
  await seen(desk.getByRole('row').filter({ hasText: t('erasure.ground.PURPOSE_ENDED') }))
  await turnTo(desk, t, 'trail')
  const whole = t('trail.whole', { rows: '', at: '' }).split('.', 1)[0] ?? ''
  await seen(desk.getByRole('status').filter({ hasText: whole }))
  await seen(desk.getByText(/^\d+:[0-9a-f]{64}$/u))
  await lookAtPart(desk, 'trail')
})

test('the desk reads in English too, part by part', async () => {
  const en = staffWords('en')
  const desk = await browser.open('/staff/privacy?part=retention', {
    device: 'desktop',
    language: 'en',
    as: 'dalal',
  })
  await seen(desk.getByRole('region', { name: en('privacy.part.retention') }))
  await lookAtPart(desk, 'retention', 'en')
  await turnTo(desk, en, 'trail')
  await seen(desk.getByRole('heading', { name: en('trail.head') }))
  await lookAtPart(desk, 'trail', 'en')
})
