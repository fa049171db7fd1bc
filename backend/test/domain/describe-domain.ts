import { afterAll, beforeAll, describe } from 'vitest'
import { describeChecks } from './describe-checks.ts'
import { describeDefinition } from './describe-definition.ts'
import { describeKeys } from './describe-keys.ts'
import { describeLifeCycles } from './describe-life-cycles.ts'
import { describeLogs } from './describe-logs.ts'
import type { DomainDatabase } from './domain-database.ts'

/** Gives the database of the running suite, once it is open. */
export type Opened = () => DomainDatabase

/** Avatarbank's rules, tried with rows on any database that has its tables and no rows in them. */
export function describeDomain(title: string, open: () => Promise<DomainDatabase>): void {
  describe(title, () => {
    let database: DomainDatabase
    const opened: Opened = () => database
    beforeAll(async () => {
      database = await open()
    })
    afterAll(() => database?.close())

    describeDefinition(opened)
    describeChecks(opened)
    describeKeys(opened)
    describeLifeCycles(opened)
    describeLogs(opened)
  })
}
