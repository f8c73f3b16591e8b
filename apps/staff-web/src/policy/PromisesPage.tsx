export function PromisesPage() { return null }
