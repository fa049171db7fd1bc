import { TrueupError } from '../errors/trueup-error.ts'
import type { Place } from '../postgres/database.ts'
import type { DatabaseSetting } from '../settings/database-setting.ts'
import type { Environment } from '../settings/environment.ts'
import { checkGitHygiene } from '../settings/git-hygiene.ts'
import type { FindingOf } from './finding.ts'

export function settingsFinding(
  environment: Environment,
  database: DatabaseSetting,
  insideProject: boolean,
): FindingOf<'settings'> {
  const facts = {
    environment: environment.environment,
    origin: database.origin,
    place: placeOf(database),
    sslMode: database.kind === 'url' ? database.connection.ssl.mode : undefined,
    files: environment.files,
  }
  const lost = !insideProject && !environment.files.some((file) => file.exists)
  const error = lost ? new TrueupError('SETTINGS-OUTSIDE-PROJECT', { folder: environment.root }) : undefined
  return { check: 'settings', outcome: lost ? 'warning' : 'ok', facts, error }
}

export async function gitFinding(root: string): Promise<FindingOf<'git'>> {
  const hygiene = await checkGitHygiene(root)
  switch (hygiene.kind) {
    case 'not-applicable':
      return { check: 'git', outcome: 'ok', facts: { files: [] } }
    case 'clean':
      return { check: 'git', outcome: 'ok', facts: { files: hygiene.files } }
    case 'exposed': {
      const { tracked, notIgnored } = hygiene
      const error =
        tracked.length > 0
          ? new TrueupError('DOCTOR-SECRETS-TRACKED', { files: tracked })
          : new TrueupError('DOCTOR-SECRETS-NOT-IGNORED', { files: notIgnored })
      return { check: 'git', outcome: 'warning', error }
    }
  }
}

function placeOf(setting: DatabaseSetting): Place {
  if (setting.kind === 'folder') return { kind: 'folder', folder: setting.folder }
  const { host, port, user, database } = setting.connection
  return { kind: 'server', host, port, user, database }
}
