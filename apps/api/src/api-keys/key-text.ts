import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** What every key begins with, so that it is recognised wherever somebody left it. */
export const keyMark = 'sila_key_'
const shape = /^sila_key_([0-9A-Za-z]{12})_([0-9A-Za-z]{32})([0-9A-Za-z]{6})$/

/** A new key: its mark, a public part by which it is found, 190 random bits, and a sum over both. */
export function makeKeyText(): { publicId: string; text: string } {
  const publicId = randomSigns(12)
  const secret = randomSigns(32)
  return { publicId, text: `${keyMark}${publicId}_${secret}${sumOf(publicId, secret)}` }
}

/** The public part of a key; nothing for what cannot be one, which its sum tells without asking anybody. */
export function publicIdOf(text: string): string | undefined {
  const [, publicId, secret, sum] = shape.exec(text) ?? []
  return publicId && secret && sum === sumOf(publicId, secret) ? publicId : undefined
}

const randomSigns = (length: number) => Array.from({ length }, () => signs[randomInt(signs.length)]).join('')

function sumOf(publicId: string, secret: string): string {
  let rest = crc32(`${publicId}_${secret}`)
  let sum = ''
  for (let place = 0; place < 6; place++) {
    sum = `${signs[rest % signs.length]}${sum}`
    rest = Math.floor(rest / signs.length)
  }
  return sum
}
