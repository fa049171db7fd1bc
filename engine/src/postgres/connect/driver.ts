export type Driver = Pick<typeof import('pg'), 'Client' | 'Pool'>

/**
 * Loads `pg` on first use. While it loads, pg asks whether it runs at Cloudflare; on Node 20 it does so by
 * touching `Response`, which loads all of undici (40 ms of CPU), unless `navigator` (Node 21) answers first.
 */
export async function loadDriver(): Promise<Driver> {
  const answered = 'navigator' in globalThis
  if (!answered)
    Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'Node.js' }, configurable: true })
  try {
    return (await import('pg')).default
  } finally {
    if (!answered) Reflect.deleteProperty(globalThis, 'navigator')
  }
}
