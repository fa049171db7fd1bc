import type { Messages } from './catalogue.ts'
import { commandErrors } from './ko/command-errors.ts'
import { commandSummaries, commandTexts, flags, help } from './ko/command-texts.ts'
import { connectErrors } from './ko/connect-errors.ts'
import { create, createErrors, plan, verify } from './ko/create-texts.ts'
import { databaseErrors } from './ko/database-errors.ts'
import { decisionErrors } from './ko/decision-errors.ts'
import { doctor, doctorErrors } from './ko/doctor-texts.ts'
import { embeddedErrors } from './ko/embedded-errors.ts'
import { modelErrors } from './ko/model-errors.ts'
import { attributes, difference, kinds, place, tableHeads, tableStates } from './ko/report-texts.ts'
import { settingErrors } from './ko/setting-errors.ts'
import { sourceErrors } from './ko/source-errors.ts'
import { sqlErrors } from './ko/sql-errors.ts'
import { tlsErrors } from './ko/tls-errors.ts'

export const ko: Messages = {
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
