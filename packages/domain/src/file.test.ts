import { describe, expect, test } from 'vitest'
import { cleanFileName, nameOfType } from './file.ts'

describe('the name of a file', () => {
  test('attack: is never a path', () => {
    for (const [name, clean] of [
      ['../../etc/passwd', 'passwd'],
      ['..\\..\\windows\\system.ini', 'system.ini'],
      ['/etc/cron.d/evil', 'evil'],
      ['....//', 'file'],
      ['.htaccess', 'htaccess'],
      ['a\u0000b.png', 'ab.png'],
      ['', 'file'],
    ] as const)
      expect(cleanFileName(name)).toBe(clean)
  })

  test('attack: an override of direction hides no ending', () => {
    expect(cleanFileName('invoice\u202egnp.exe')).toBe('invoicegnp.exe')
    expect(nameOfType('invoice\u202egnp.exe', 'PNG')).toBe('invoicegnp.exe.png')
    expect(cleanFileName('a\u200e\u200f\u061c\u200b\u2066b.pdf')).toBe('ab.pdf')
  })

  test('keeps the letters of every script, composed, and the joiners that belong to them', () => {
    expect(cleanFileName('صورة العائلة.jpg')).toBe('صورة العائلة.jpg')
    expect(cleanFileName('می\u200cخواهم.png')).toBe('می\u200cخواهم.png')
    expect(cleanFileName('\u200dphoto\u200c.png')).toBe('photo.png')
    expect(cleanFileName('cafe\u0301.pdf')).toBe('café.pdf')
  })

  test('ends as what the file truly is', () => {
    expect(nameOfType('photo.JPG', 'JPEG')).toBe('photo.JPG')
    expect(nameOfType('photo', 'PNG')).toBe('photo.png')
    expect(nameOfType('page.html', 'PDF')).toBe('page.html.pdf')
  })

  test('is short, and on one line', () => {
    expect(cleanFileName(`${'ن'.repeat(300)}.png`).length).toBeLessThan(100)
    expect(cleanFileName('first\nsecond.png')).toBe('second.png')
  })
})
