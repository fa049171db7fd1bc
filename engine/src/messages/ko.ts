import type { Messages } from './catalogue.ts'
import { apply, applyErrors } from './ko/apply-texts.ts'
import { backupErrors } from './ko/backup-errors.ts'
import { backup } from './ko/backup-texts.ts'
import { commandErrors } from './ko/command-errors.ts'
import { commandExits, commandSummaries, commandTexts, flags, help } from './ko/command-texts.ts'
import { connectErrors } from './ko/connect-errors.ts'
import { create, createErrors, verify } from './ko/create-texts.ts'
import { databaseErrors } from './ko/database-errors.ts'
import { decisionErrors } from './ko/decision-errors.ts'
import { doctor, doctorErrors } from './ko/doctor-texts.ts'
import { drift, driftErrors } from './ko/drift-texts.ts'
import { embeddedErrors } from './ko/embedded-errors.ts'
import { explain, explainErrors } from './ko/explain-texts.ts'
import { hazards } from './ko/hazard-texts.ts'
import { modelErrors } from './ko/model-errors.ts'
import { planErrors } from './ko/plan-errors.ts'
import { planFileErrors } from './ko/plan-file-errors.ts'
import { ask, plan } from './ko/plan-texts.ts'
import { pull, pullErrors } from './ko/pull-texts.ts'
import { attributes, difference, kinds, place, tableHeads, tableStates } from './ko/report-texts.ts'
import { runErrors, runs, runUsageErrors } from './ko/run-texts.ts'
import { settingErrors } from './ko/setting-errors.ts'
import { sourceErrors } from './ko/source-errors.ts'
import { sqlErrors } from './ko/sql-errors.ts'
import { caution, targetErrors } from './ko/target-texts.ts'
import { tlsErrors } from './ko/tls-errors.ts'
import { undo, undoErrors } from './ko/undo-texts.ts'

export const ko: Messages = {
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
