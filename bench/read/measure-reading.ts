import type { Database } from '../../engine/src/postgres/database.ts'
import { fingerprintQuery } from '../../engine/src/sources/database/fingerprint.ts'
import {
  assembleCatalog,
  beginReading,
  catalogStatements,
} from '../../engine/src/sources/database/read-catalog.ts'

/** Milliseconds of one reading of a whole database, the best of several rounds. */
export interface Reading {
  readonly objects: number
  /** The server's answer, from the message to its last byte. */
  readonly answerMs: number
  readonly answerMegabytes: number
  /** Processor time of turning the answer into a catalog. */
  readonly assemblyMs: number
  /** From the message to the catalog. */
  readonly wholeMs: number
  /** The fingerprint alone: all that is asked of a database that has not changed. */
  readonly fingerprintMs: number
}

export async function measureReading(database: Database, rounds: number): Promise<Reading> {
  const readings: Reading[] = []
  for (let i = 0; i < rounds; i++) readings.push(await readOnce(database))
  const best = (of: (reading: Reading) => number) => Math.min(...readings.map(of))
  return {
    objects: best((reading) => reading.objects),
    answerMs: best((reading) => reading.answerMs),
    answerMegabytes: best((reading) => reading.answerMegabytes),
    assemblyMs: best((reading) => reading.assemblyMs),
    wholeMs: best((reading) => reading.wholeMs),
    fingerprintMs: best((reading) => reading.fingerprintMs),
  }
}

async function readOnce(database: Database): Promise<Reading> {
  const { serverVersion } = database
  const message = [beginReading, ...catalogStatements(serverVersion), 'COMMIT'].join(';')
  const started = performance.now()
  const results = await database.query(message)
  const answered = performance.now()
  const before = process.cpuUsage()
  const { objects } = assembleCatalog(results.slice(1, -1), serverVersion)
  const { user, system } = process.cpuUsage(before)
  const finished = performance.now()
  await database.query(fingerprintQuery(serverVersion))
  const characters = results.reduce((sum, { rows }) => sum + (rows[0]?.[0]?.length ?? 0), 0)
  return {
    objects: objects.size,
    answerMs: answered - started,
    answerMegabytes: characters / 1e6,
    assemblyMs: (user + system) / 1000,
    wholeMs: finished - started,
    fingerprintMs: performance.now() - finished,
  }
}
