import { expect, test } from 'vitest'
import { inEveryLook } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { ask, prove } from '../harness/portal.ts'
import { gone, must, seen } from '../harness/see.ts'
import { domainWords, portalWords } from '../harness/words.ts'

const browser = useBrowser()

test('a person proves their phone in Arabic on a phone, sees everything, corrects it, takes it along and leaves nothing behind', async () => {
  const t = portalWords('ar')
  const words = await domainWords('ar')
  const phone = await browser.open('/ar/ask')
  const question = 'هل يوجد درس للأطفال بعد صلاة المغرب في حي النسيم؟'
  const { reference } = await ask(phone, t, { text: question, name: 'زينب عبدالله', phone: '٠٥٥٧٧٠٠١١٢' })

  await phone.goto('/ar/t')
  await phone
    .getByRole('main')
    .getByRole('link', { name: t('nav.mine') })
    .click()
  await seen(phone.getByRole('heading', { level: 1, name: t('mine.title') }))
  expect(await inEveryLook(phone, 'mine-prove-ar')).toEqual([])
  await phone.setViewportSize({ width: 390, height: 844 })
  await prove(phone, t, '٠٥٥٧٧٠٠١١٢', '+966557700112')
  await seen(phone.getByRole('heading', { level: 1, name: t('mine.hello', { name: 'زينب عبدالله' }) }))
  expect(await inEveryLook(phone, 'mine-ar')).toEqual([])
  await phone.setViewportSize({ width: 390, height: 844 })

  // Their matter opens without its secret, and takes an answer.
  await phone.getByRole('link', { name: new RegExp(reference, 'u') }).click()
  await seen(phone.getByText(question))
  await seen(phone.getByText(t('track.live'), { exact: true }))
  await phone.getByLabel(t('reply.reply')).fill('وللبنات أيضًا؟')
  await phone.getByRole('button', { name: t('reply.reply.send') }).click()
  await seen(phone.getByText('وللبنات أيضًا؟'))
  await phone.goBack()

  // Correct, allow and take back, ask for a right.
  await phone.getByLabel(t('mine.city')).fill('الرياض')
  await phone.getByRole('button', { name: t('mine.save') }).click()
  await seen(phone.getByText(t('mine.saved')))
  const allow = phone
    .getByRole('group', { name: words.consentPurpose.AWARENESS })
    .getByLabel(words.contactType.PHONE)
  expect(await allow.isChecked()).toBe(false)
  await allow.click()
  await expect.poll(() => allow.isChecked()).toBe(true)
  await allow.click()
  await expect.poll(() => allow.isChecked()).toBe(false)
  await phone.getByLabel(t('mine.rights.which')).selectOption('ERASURE')
  await phone.getByRole('button', { name: t('mine.rights.send') }).click()
  await seen(phone.getByRole('listitem').filter({ hasText: t('mine.right.ERASURE') }))

  const [file] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('button', { name: t('mine.download') }).click(),
  ])
  const parts: Buffer[] = []
  for await (const part of await file.createReadStream()) parts.push(Buffer.from(part))
  const copy = Buffer.concat(parts).toString()
  expect(copy).toContain(question)
  expect(copy).toContain('+966557700112')

  // Kiosk residue: nothing of the person is left on the device, not behind the back button either.
  await phone.getByRole('button', { name: t('mine.leave'), exact: true }).click()
  await seen(phone.getByRole('heading', { level: 1, name: t('mine.left') }))
  const left = await phone.evaluate(async () => {
    const open = indexedDB.open('keyval-store')
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result)
      open.onerror = () => reject(new Error('no store'))
    })
    const store = database.transaction('keyval').objectStore('keyval')
    const all = store.getAll()
    await new Promise((resolve) => (all.onsuccess = resolve))
    return JSON.stringify([all.result, { ...localStorage }, { ...sessionStorage }, document.cookie])
  })
  expect(left).not.toMatch(/زينب|النسيم|557700112|Q-\d/u)
  await phone.goBack()
  await gone(phone.getByText(question))
  await phone.goto(`/ar/t/${reference}#mine`)
  await seen(phone.getByRole('heading', { level: 1, name: t('mine.ended') }))
})

test.each(['bn', 'en'])('my matters are open to everybody in %s, by day and by night', async (language) => {
  const t = portalWords(language)
  const number = language === 'bn' ? '0557700113' : '0557700114'
  const page = await browser.open(`/${language}/ask`, { language, device: 'desktop' })
  await ask(page, t, { text: 'When does the evening class begin?', name: 'Shirin Akter', phone: number })
  await page.goto(`/${language}/mine`)
  await prove(page, t, number, `+966${number.slice(1)}`)
  expect(await inEveryLook(page, `mine-${language}`)).toEqual([])
  await page.getByRole('button', { name: must(t('mine.contacts.add')) }).click()
  await page.getByLabel(t('mine.contacts.add')).fill('hello')
  await page.getByRole('button', { name: t('mine.ask') }).click()
  await seen(page.locator('[aria-invalid=true]'))
  expect(await inEveryLook(page, `mine-refused-${language}`)).toEqual([])
})
