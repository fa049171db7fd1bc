import { commandErrors } from './en/command-errors.ts'
import { commandSummaries, commandTexts, flags, help } from './en/command-texts.ts'
import { connectErrors } from './en/connect-errors.ts'
import { create, createErrors, plan, verify } from './en/create-texts.ts'
import { databaseErrors } from './en/database-errors.ts'
import { decisionErrors } from './en/decision-errors.ts'
import { doctor, doctorErrors } from './en/doctor-texts.ts'
import { embeddedErrors } from './en/embedded-errors.ts'
import { modelErrors } from './en/model-errors.ts'
import { attributes, difference, kinds, place, tableHeads, tableStates } from './en/report-texts.ts'
import { settingErrors } from './en/setting-errors.ts'
import { sourceErrors } from './en/source-errors.ts'
import { sqlErrors } from './en/sql-errors.ts'
import { tlsErrors } from './en/tls-errors.ts'

/** All that a user reads, in English; the Korean side is held to the same shape by the compiler. */
export const en = {
  errors: {
    ...tlsErrors,
    ...settingErrors,
    ...doctorErrors,
    ...embeddedErrors,
    ...databaseErrors,
    ...connectErrors,
    ...commandErrors,
    ...createErrors,
    ...decisionErrors,
    ...modelErrors,
    ...sourceErrors,
    ...sqlErrors,
  },
  command: commandTexts,
  commandSummaries,
  flags,
  help,
  create,
  plan,
  verify,
  kinds,
  attributes,
  difference,
  tableHeads,
  tableStates,
  place,
  doctor,
}
