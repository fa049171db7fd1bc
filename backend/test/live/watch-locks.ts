import pg from 'pg'

/** Looks how long others wait for locks on tables, a hundred times a second. */
export interface LockWatch {
  /** The longest since the last call, in milliseconds. */
  longest(): number
  stop(): Promise<void>
}

/** Waits for a row are the market's own business (a transaction id, a tuple); waits for a table come from changes. */
const waiting = `
  SELECT coalesce(max(extract(epoch FROM clock_timestamp() - waitstart)) * 1000, 0)::float8 AS ms
  FROM pg_locks JOIN pg_stat_activity USING (pid)
  WHERE NOT granted AND locktype = 'relation' AND application_name = $1`

export async function watchLocks(url: string, application: string): Promise<LockWatch> {
  const client = new pg.Client(url)
  await client.connect()
  let [running, longest] = [true, 0]
  const loop = (async () => {
    while (running) {
      const { rows } = await client.query<{ ms: number }>(waiting, [application])
      longest = Math.max(longest, rows[0]!.ms)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })()
  return {
    longest() {
      const since = longest
      longest = 0
      return since
    },
    async stop() {
      running = false
      await loop
      await client.end()
    },
  }
}
