import { apply, applyErrors } from './en/apply-texts.ts'
import { backupErrors } from './en/backup-errors.ts'
import { backup } from './en/backup-texts.ts'
import { commandErrors } from './en/command-errors.ts'
import { commandExits, commandSummaries, commandTexts, flags, help } from './en/command-texts.ts'
import { connectErrors } from './en/connect-errors.ts'
import { create, createErrors, verify } from './en/create-texts.ts'
import { databaseErrors } from './en/database-errors.ts'
import { decisionErrors } from './en/decision-errors.ts'
import { doctor, doctorErrors } from './en/doctor-texts.ts'
import { drift, driftErrors } from './en/drift-texts.ts'
import { embeddedErrors } from './en/embedded-errors.ts'
import { explain, explainErrors } from './en/explain-texts.ts'
import { hazards } from './en/hazard-texts.ts'
import { modelErrors } from './en/model-errors.ts'
import { planErrors } from './en/plan-errors.ts'
import { planFileErrors } from './en/plan-file-errors.ts'
import { ask, plan } from './en/plan-texts.ts'
import { pull, pullErrors } from './en/pull-texts.ts'
import { attributes, difference, kinds, place, tableHeads, tableStates } from './en/report-texts.ts'
import { runErrors, runs, runUsageErrors } from './en/run-texts.ts'
import { settingErrors } from './en/setting-errors.ts'
import { sourceErrors } from './en/source-errors.ts'
import { sqlErrors } from './en/sql-errors.ts'
import { caution, targetErrors } from './en/target-texts.ts'
import { tlsErrors } from './en/tls-errors.ts'
import { undo, undoErrors } from './en/undo-texts.ts'

/** All that a user reads, in English; the Korean side is held to the same shape by the compiler. */
export const en = {
  errors: {
    ...backupErrors,
    ...targetErrors,
    ...driftErrors,
    ...tlsErrors,
    ...settingErrors,
    ...doctorErrors,
    ...embeddedErrors,
    ...databaseErrors,
    ...connectErrors,
    ...commandErrors,
    ...createErrors,
    ...decisionErrors,
    ...explainErrors,
    ...modelErrors,
    ...planErrors,
    ...pullErrors,
    ...planFileErrors,
    ...applyErrors,
    ...runErrors,
    ...runUsageErrors,
    ...sourceErrors,
    ...sqlErrors,
    ...undoErrors,
  },
  command: commandTexts,
  commandSummaries,
  commandExits,
  flags,
  help,
  create,
  plan,
  pull,
  ask,
  hazards,
  apply,
  runs,
  caution,
  drift,
  verify,
  kinds,
  attributes,
  difference,
  tableHeads,
  tableStates,
  place,
  doctor,
  backup,
  explain,
  undo,
}
