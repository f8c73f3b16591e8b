/**
 * The explorer's editor writes styles of its own, which the policy of all other pages forbids; the server gives it a wider
 * one where it is loaded as a page. Whoever comes from another room loads it anew.
 */
export async function asPageOfItsOwn(path: string): Promise<void> {
  const [loaded] = performance.getEntriesByType('navigation')
  if (!loaded || new URL(loaded.name, window.location.href).pathname === path) return
  window.location.assign(path)
  // This page goes away.
  await new Promise(() => undefined)
}
