import type { Database } from '../postgres/database.ts'

/** What another terminal may ask of a running backfill. */
export interface Control {
  readonly paused?: boolean | undefined
  /** Percent of full speed, 1 to 100. */
  readonly speed?: number | undefined
}

/** False when there is no such run at work. */
export async function controlRun(database: Database, id: number, control: Control): Promise<boolean> {
  const settings = [
    ...(control.paused === undefined ? [] : [`paused = ${control.paused}`]),
    ...(control.speed === undefined ? [] : [`speed = ${control.speed}`]),
  ]
  const [found] = await database.query(
    `UPDATE trueup.runs SET ${settings.join(', ')} WHERE id = ${id} AND state = 'running' RETURNING id`,
  )
  return found?.rows.length === 1
}
