const browsers = [
  [/Edg\//u, 'Edge'],
  [/OPR\//u, 'Opera'],
  [/SamsungBrowser\//u, 'Samsung Internet'],
  [/Firefox\//u, 'Firefox'],
  [/Chrome\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
] as const

const systems = [
  [/iPhone/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Android/u, 'Android'],
  [/Windows/u, 'Windows'],
  [/Mac OS/u, 'macOS'],
  [/Linux/u, 'Linux'],
] as const

/** What a browser says of itself, as its owner would say it: "Chrome · Windows"; nothing where it is none we know. */
export function deviceName(userAgent: string | null): string | undefined {
  const first = (table: readonly (readonly [RegExp, string])[]): string | undefined =>
    table.find(([sign]) => userAgent !== null && sign.test(userAgent))?.[1]
  return [first(browsers), first(systems)].filter(Boolean).join(' · ') || undefined
}
