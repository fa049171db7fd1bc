import type { CreationOutcome } from '../../create/create-tables.ts'
import { summariseCreation } from '../../create/creation-summary.ts'
import type { Creation } from '../../create/plan-creation.ts'
import type { ReportedTarget } from '../terminal/creation.ts'
import { changeJson } from './change.ts'
import { tableJson } from './table.ts'

/** A creation for machines; a dry run has a plan and no outcome. */
export function creationJson(
  run: CreationOutcome | { readonly creation: Creation },
  { environment, place }: ReportedTarget,
  milliseconds: number,
): string {
  const { creation } = run
  const done = 'after' in run ? run : undefined
  return JSON.stringify(
    {
      command: 'create',
      environment,
      place,
      dryRun: done === undefined,
      changed: done !== undefined && creation.actions.length > 0,
      created: creation.tables,
      createdPartitions: creation.partitions,
      statements: creation.actions.map(({ target, sql }) => ({ target, sql })),
      differences: creation.differing.map(changeJson),
      ...(done
        ? { serverVersion: done.after.serverVersion, tables: summariseCreation(done).map(tableJson) }
        : {}),
      milliseconds: Math.round(milliseconds),
    },
    null,
    2,
  )
}
