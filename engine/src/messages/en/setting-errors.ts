import { unreachable } from '../../assert/unreachable.ts'
import type { UrlPart } from '../../postgres/url/problem.ts'
import type { Problem, SettingProblem } from '../../settings/setting-problem.ts'

export const settingErrors = {
  'SETTINGS-INVALID': {
    message: (p: { problems: readonly SettingProblem[] }) =>
      p.problems.length === 1 ? line(p.problems[0]!) : `${p.problems.length} settings are not valid`,
    detail: (p: { problems: readonly SettingProblem[] }) =>
      p.problems.length === 1 ? undefined : p.problems.map(line).join('\n'),
    hint: (_: { problems: readonly SettingProblem[] }) =>
      'A database URL looks like postgresql://user:password@host/database?sslmode=require. Set it in the environment, in .env.<environment> or in .env; see .env.example.',
  },
  'SETTINGS-ENVIRONMENT': {
    message: (p: { name: string; origin: string; legal: readonly string[] }) =>
      `there is no environment "${p.name}" (${p.origin})`,
    hint: (p: { name: string; origin: string; legal: readonly string[] }) =>
      `Use one of: ${p.legal.join(', ')}.`,
  },
  'SETTINGS-FILE': {
    message: (p: { file: string; reason: string }) => `could not read settings file "${p.file}": ${p.reason}`,
    hint: (_: { file: string; reason: string }) => 'Check that it is a text file which this user may read.',
  },
  'SETTINGS-OUTSIDE-PROJECT': {
    message: (p: { folder: string }) => `folder "${p.folder}" belongs to no project`,
    hint: (_: { folder: string }) =>
      'Change to the folder of the project (the one with package.json and .env) and run the command there.',
  },
}

function line({ variable, origin, problem }: SettingProblem): string {
  return `${variable} (${origin}): ${problemText(problem)}`
}

const parts: Record<UrlPart, string> = {
  user: 'the user',
  password: 'the password',
  host: 'the host',
  database: 'the database name',
  parameter: 'a parameter',
}

function problemText(problem: Problem): string {
  switch (problem.kind) {
    case 'missing':
      return `is not set, and environment ${problem.environment} needs it`
    case 'not-a-whole-number':
      return `must be a whole number from ${problem.least} to ${problem.most}`
    case 'not-one-of':
      return `must be one of ${problem.legal.join(', ')}`
    case 'not-a-database':
      return 'must be a URL that begins with postgresql:// or the path of a folder'
    case 'url-scheme':
      return 'must begin with postgresql:// or postgres://'
    case 'url-unreadable':
      return 'cannot be read as user:password@host:port/database; in user and password write the characters % @ / ? # : as %25 %40 %2F %3F %23 %3A'
    case 'url-ambiguous':
      return 'can be read in more than one way; in user, password and database name write @ as %40 and / as %2F'
    case 'url-percent':
      return `${parts[problem.part]} has a % that begins no character code; write % as %25`
    case 'url-several-hosts':
      return 'names several hosts, which is not supported; name one'
    case 'url-host':
      return 'has no legal host name'
    case 'url-port':
      return 'the port must be a number from 1 to 65535'
    case 'url-parameter-unknown':
      return `there is no parameter "${problem.name}"${problem.similar ? `; perhaps "${problem.similar}" was meant` : ''}`
    case 'url-parameter-unsupported':
      return `parameter "${problem.name}" is not supported`
    case 'url-parameter-value':
      return `parameter "${problem.name}" must be one of ${problem.legal}`
    case 'url-parameter-needs':
      return `${problem.name} needs ${problem.needs}`
    default:
      return unreachable(problem)
  }
}
