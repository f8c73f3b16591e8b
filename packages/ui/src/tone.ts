/** What a colour may mean; it never stands alone, a word is always with it. */
export type Tone = 'neutral' | 'info' | 'warn' | 'danger' | 'ok'
