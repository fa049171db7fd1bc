import pg from 'pg'

/** One statement of a client: when it began, and how long its answer took, in milliseconds. */
export interface Answer {
  readonly at: number
  readonly took: number
}

export interface Load {
  /** All answers so far; a statement that is still waiting counts with the time it has waited. */
  answers(): Answer[]
  stop(): Promise<void>
}

const statements = [
  'UPDATE events SET amount = amount + 1 WHERE id = $1',
  'INSERT INTO events (account_id, amount, code) VALUES (1 + $1 % 10000, 1, gen_random_uuid()::text)',
  'SELECT id, amount FROM events WHERE id = $1',
  'SELECT count(amount) FROM events WHERE id BETWEEN $1 AND $1 + 50',
]

/** Two writers and two readers, each with a pause of a few milliseconds between statements. */
export async function startLoad(url: string, rows: number): Promise<Load> {
  const answers: Answer[] = []
  const waiting = new Map<number, number>()
  let running = true
  const clients = await Promise.all(
    statements.map(async () => {
      const client = new pg.Client(url)
      await client.connect()
      return client
    }),
  )
  const loops = clients.map(async (client, i) => {
    while (running) {
      const at = performance.now()
      waiting.set(i, at)
      await client.query(statements[i]!, [1 + Math.floor(Math.random() * rows)])
      waiting.delete(i)
      answers.push({ at, took: performance.now() - at })
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  })
  return {
    answers: () => [...answers, ...[...waiting.values()].map((at) => ({ at, took: performance.now() - at }))],
    async stop() {
      running = false
      await Promise.all(loops)
      await Promise.all(clients.map((client) => client.end()))
    },
  }
}
