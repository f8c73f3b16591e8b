/** What opens a matter. */
export type Held = { reference: string; secret: string }

/** A file that follows the words it belongs to; it is kept on the device until the house has it. */
export type Follower = {
  id: string
  /** What its words were sent under. */
  of: string
  name: string
  blob: Blob
  /** The matter, once the words have arrived. */
  held?: Held
  ticket?: string
  fileId?: string
  /** The house has opened the upload: it is asked how far it came, and not to open it. */
  begun?: boolean
}

/** How far a file has come, for whoever looks. */
export type Progress = {
  id: string
  of: string
  name: string
  size: number
  state: 'waiting' | 'sending' | 'paused' | 'arrived' | 'failed'
  /** 0 to 1. */
  share: number
  fileId?: string | undefined
  /** Why it failed, in the words of the page's language. */
  message?: string | undefined
}
