type Names = { names: readonly string[] }

export const doctorErrors = {
  'DOCTOR-SECRETS-TRACKED': {
    message: (p: { files: readonly string[] }) =>
      `git tracks ${p.files.join(', ')}: the passwords in it are in the repository`,
    hint: (p: { files: readonly string[] }) =>
      `Run \`git rm --cached ${p.files.join(' ')}\`, add the name to .gitignore, commit, and change the passwords: whoever has the repository has them.`,
  },
  'DOCTOR-SECRETS-NOT-IGNORED': {
    message: (p: { files: readonly string[] }) => `git does not ignore ${p.files.join(', ')}`,
    hint: (_: { files: readonly string[] }) =>
      'Add the lines `.env`, `.env.*` and `!.env.example` to .gitignore before the next commit.',
  },
  'DOCTOR-PLAIN-TEXT': {
    message: (p: { host: string }) =>
      `everything sent to "${p.host}" can be read on the way: the connection is not encrypted`,
    hint: (_: { host: string }) =>
      'Have TLS turned on at the server and write sslmode=verify-full into the connection URL.',
  },
  'DOCTOR-CERTIFICATE-ENDS': {
    message: (p: { host: string; until: string }) => `certificate of "${p.host}" ends on ${p.until}`,
    hint: (_: { host: string; until: string }) => 'Have it renewed at the server before that day.',
  },
  'DOCTOR-REPLICA': {
    message: (p: { user: string; database: string }) =>
      `database "${p.database}" is a replica, which can only be read`,
    hint: (_: { user: string; database: string }) =>
      'Connect to the primary server: only there can tables be made and changed.',
  },
  'DOCTOR-READ-ONLY': {
    message: (p: { user: string; database: string }) =>
      `transactions of user "${p.user}" in "${p.database}" can only read`,
    hint: (p: { user: string; database: string }) =>
      `default_transaction_read_only is on (a provider may set it when the disk is full). Once that is settled: ALTER ROLE "${p.user}" RESET default_transaction_read_only; or the same for the database.`,
  },
  'DOCTOR-HIDDEN-POOLER': {
    message: (p: { host: string }) => `a connection pooler seems to answer on "${p.host}"`,
    hint: (_: { host: string }) =>
      'Creating tables works through it. For changing them connect to the server itself: behind a pooler a session does not keep its locks and settings.',
  },
  'DOCTOR-PRIVILEGES': {
    message: (p: { user: string; missing: readonly string[] }) =>
      `user "${p.user}" lacks ${p.missing.join(', ')}`,
    hint: (p: { user: string; missing: readonly string[] }) =>
      `Have the owner run: ${p.missing.map((privilege) => `GRANT ${privilege} TO "${p.user}";`).join(' ')}`,
  },
  'DOCTOR-FOREIGN-TABLES': {
    message: (p: { user: string; tables: readonly string[] }) =>
      `${p.tables.length === 1 ? 'a table belongs' : `${p.tables.length} tables belong`} to others than "${p.user}"`,
    detail: (p: { user: string; tables: readonly string[] }) => `${p.tables.join(', ')}.`,
    hint: (p: { user: string; tables: readonly string[] }) =>
      `Only owners may change tables: have their owner run GRANT <owner> TO "${p.user}"; or connect as the owner.`,
  },
  'DOCTOR-NAMES-TAKEN': {
    message: (p: Names) => `names of tables belong to something else: ${p.names.join(', ')}`,
    hint: (_: Names) => 'Rename the view, index or sequence that has the name, or the table in the models.',
  },
  'DOCTOR-TABLES-MISSING': {
    message: (p: Names & { expected: number }) => `${p.names.length} of ${p.expected} tables are missing`,
    detail: (p: Names & { expected: number }) => `${p.names.join(', ')}.`,
    hint: (_: Names & { expected: number }) => 'Run `trueup create` to make them.',
  },
}

/** The doctor's lines: what was looked at, and what was found when all is well. */
export const doctor = {
  settings: () => 'settings',
  git: () => 'secrets and git',
  folder: () => 'folder',
  name: () => 'name lookup',
  tcp: () => 'connection',
  tls: () => 'encryption',
  login: () => 'login',
  database: () => 'database',
  server: () => 'server',
  privileges: () => 'privileges',
  tables: () => 'tables',
  warning: () => 'warning',
  skipped: () => 'not looked at',

  fromSetting: (p: { environment: string; place: string; origin: string; read: string }) =>
    `${p.environment}: ${p.place}, from ${p.origin} (${p.read})`,
  defaultOrigin: () => 'the default while DATABASE_URL is not set',
  filesRead: (p: { files: string }) => `read: ${p.files}`,
  noFilesRead: () => 'no .env file',
  nothingToProtect: () => 'nothing to protect here',
  ignored: (p: { files: string }) => `${p.files} ignored`,
  folderHasDatabase: (p: { folder: string }) => p.folder,
  folderIsEmpty: (p: { folder: string }) => `${p.folder}: no database yet, it is made with the first tables`,
  found: (p: { host: string; addresses: string }) => `${p.host} is ${p.addresses}`,
  isAddress: (p: { address: string }) => `${p.address} needs none`,
  reached: (p: { address: string; port: string }) => `${p.address} port ${p.port}`,
  reachedSocket: (p: { path: string }) => p.path,
  encrypted: (p: { protocol: string; certificate: string; check: string }) =>
    `${p.protocol}${p.certificate}; checked: ${p.check}`,
  certificate: (p: { subject: string; issuer: string; until: string }) =>
    `, certificate of ${p.subject} by ${p.issuer} until ${p.until}`,
  checkNone: () => 'nothing (sslmode=verify-full checks issuer and name)',
  checkIssuer: () => 'issuer',
  checkIssuerAndName: () => 'issuer and host name',
  plainSocket: () => 'not needed on a Unix socket',
  plainByMode: () => 'none (sslmode asks for none)',
  plainNotOffered: () => 'none (the server offers none)',
  loggedIn: (p: { user: string; method: string }) => `${p.user} (${p.method})`,
  loggedInFreely: (p: { user: string }) => `${p.user}, without a password`,
  opened: (p: { database: string }) => p.database,
  pooled: () => ', behind a transaction pooler',
  privilegesHeld: (p: { user: string; held: string }) => `${p.user} has ${p.held}`,
  tablesThere: (p: { count: number }) => `all ${p.count} there`,
}
