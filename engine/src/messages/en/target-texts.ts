import { several } from './amounts.ts'

export interface Unconfirmed {
  /** What --confirm-database said; undefined when nothing was typed. */
  readonly given: string | undefined
  readonly database: string
  readonly environment: string
  readonly losses: readonly string[]
}

export interface OtherEnvironment {
  readonly environment: string
  readonly remembered: string
  /** A day. */
  readonly since: string
  readonly where: string
  /** Which setting led here. */
  readonly origin: string
}

export const targetErrors = {
  'TARGET-REPLICA': {
    message: (p: { where: string }) => `${p.where} is a replica and takes no changes`,
    hint: (_: { where: string }) => 'Give the URL of the primary server. Nothing was changed.',
  },
  'TARGET-ENVIRONMENT': {
    message: (p: OtherEnvironment) =>
      `this command runs for ${p.environment}, and this database belongs to ${p.remembered}`,
    detail: (p: OtherEnvironment) =>
      `The URL comes from ${p.origin}: ${p.where}. Its journal says that it has been changed for ${p.remembered} since ${p.since}.`,
    hint: (p: OtherEnvironment) =>
      `If the URL is a mistake, correct it. If ${p.remembered} is meant, add --env ${p.remembered}. If the database belongs to ${p.environment} from now on (a branch, a database that was promoted), add --reassign ${p.environment} once. Nothing was changed.`,
  },
  'TARGET-REASSIGN': {
    message: (p: { given: string; environment: string }) =>
      `--reassign says "${p.given}", and this command runs for ${p.environment}`,
    hint: (p: { given: string; environment: string }) =>
      `Write --reassign ${p.environment}, or choose the other environment with --env ${p.given}.`,
  },
  'TARGET-UNCONFIRMED': {
    message: (p: Unconfirmed) =>
      p.given === undefined
        ? `in ${p.environment} a plan that loses something needs the name of the database`
        : `--confirm-database says "${p.given}", and this database is "${p.database}"`,
    detail: (p: Unconfirmed) => (p.losses.length === 0 ? '' : `It loses: ${p.losses.join(', ')}`),
    hint: (p: Unconfirmed) =>
      p.given === undefined
        ? `If all of that may go, add --confirm-database ${p.database}; --yes alone does not do. Nothing was changed.`
        : 'Check that the URL is the one you mean. Nothing was changed.',
  },
}

/** Said before something is changed in production. */
export const caution = {
  loss: (p: { what: string }) => `this loses ${p.what}`,
  typeName: (p: { database: string; environment: string }) =>
    `This loses something in ${p.environment}. Type the name of the database, ${p.database}, to go on`,
  otherName: () => 'That is not its name. Escape stops here, with nothing changed.',
  noBackup: (p: { folder: string }) =>
    `caution: there is no backup of the whole database in ${p.folder}; \`npx trueup backup\` makes one`,
  oldBackup: (p: { hours: number; folder: string }) =>
    `caution: the last backup of the whole database in ${p.folder} is ${p.hours < 72 ? `${p.hours} hours` : `${Math.floor(p.hours / 24)} days`} old; \`npx trueup backup\` makes a new one`,
  backingUp: (p: { tables: readonly string[] }) =>
    `First a backup of ${p.tables.length === 1 ? p.tables[0] : several(p.tables.length, 'table')}, kept for the way back (--no-backup goes without):`,
  withoutBackup: () => 'Without a backup of what is lost, as asked.',
}
