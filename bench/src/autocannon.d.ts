/** The part of autocannon that is used here; the package brings no types. */
declare module 'autocannon' {
  type Ask = { method?: string; path?: string; headers?: Record<string, string>; body?: string }
  type Options = {
    url: string
    connections: number
    duration: number
    timeout?: number
    requests: { setupRequest(ask: Ask): Ask }[]
    verifyBody?(body: string): boolean
  }
  type Result = {
    duration: number
    errors: number
    timeouts: number
    mismatches: number
    non2xx: number
    requests: { total: number }
    latency: { p50: number; p99: number }
  }
  export default function autocannon(options: Options): Promise<Result>
}
