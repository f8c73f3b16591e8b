import type { FileType } from '@sila/domain/file'
import sharp from 'sharp'
import type { Sharp } from 'sharp'

// Few at a time, so that pictures never take all threads; nothing is remembered between them.
sharp.concurrency(1)
sharp.cache(false)

/** The most dots that a picture may have: a small file can claim far more than fits into memory. */
const mostPixels = 50_000_000
const longestSide = 4096
const thumbSide = 480
const patience = 20

/**
 * Draws a picture anew from its dots alone: place, camera and whatever else was hidden in it are gone, and it stands
 * upright. Nothing where it cannot be opened. The work is done outside the event loop.
 */
export async function redraw(
  bytes: Buffer,
  type: Exclude<FileType, 'PDF'>,
): Promise<{ whole: Buffer; thumb: Buffer } | undefined> {
  const open = () =>
    sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: false, sequentialRead: true })
      .timeout({ seconds: patience })
      .autoOrient()
  try {
    const fitting = open().resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    const whole = await encoded(fitting, type).toBuffer()
    const small = open().resize(thumbSide, thumbSide, { fit: 'inside', withoutEnlargement: true })
    return { whole, thumb: await small.webp({ quality: 75 }).toBuffer() }
  } catch {
    return undefined
  }
}

function encoded(picture: Sharp, type: Exclude<FileType, 'PDF'>): Sharp {
  switch (type) {
    case 'JPEG':
      return picture.jpeg({ quality: 85 })
    case 'PNG':
      return picture.png()
    case 'WEBP':
      return picture.webp({ quality: 85 })
  }
}
