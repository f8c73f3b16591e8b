import { connect } from 'node:net'

/** Looks for what is known to do harm. */
export type Scanner = {
  /**
   * Whether nothing harmful was found.
   * @throws ScannerAway where nobody can tell: then the file waits
   */
  isClean(bytes: Buffer): Promise<boolean>
}

/** The scanner does not answer, or not in words that we know. */
export class ScannerAway extends Error {}

const patience = 30_000
const chunk = 65_536

/** Speaks INSTREAM with clamd (https://docs.clamav.net/manual/Usage/Scanning.html#clamd): lengths, bytes, and an end. */
export function clamd(address: string): Scanner {
  const { hostname, port } = new URL(`tcp://${address}`)
  return {
    async isClean(bytes) {
      const answer = await converse(hostname, Number(port), bytes)
      if (/: OK\0?\n?$/u.test(answer)) return true
      if (/ FOUND\0?\n?$/u.test(answer)) return false
      throw new ScannerAway('clamd answered neither OK nor FOUND')
    },
  }
}

function converse(host: string, port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const line = connect({ host, port })
    const heard: Buffer[] = []
    const fail = () => {
      line.destroy()
      reject(new ScannerAway('clamd does not answer'))
    }
    line.setTimeout(patience, fail)
    line.on('error', fail)
    line.on('data', (part) => heard.push(part))
    line.on('close', () => {
      const answer = Buffer.concat(heard).toString('latin1')
      if (answer) resolve(answer)
      else fail()
    })
    line.on('connect', () => {
      line.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += chunk) {
        const part = bytes.subarray(at, at + chunk)
        line.write(lengthOf(part.length))
        line.write(part)
      }
      line.write(lengthOf(0))
    })
  })
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(count)
  return length
}
