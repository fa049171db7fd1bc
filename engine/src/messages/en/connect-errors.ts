type Server = { host: string; port: number }
type Refusal = { host: string; user: string; database: string; serverMessage: string }
type Phase = 'lookup' | 'tcp' | 'tls' | 'login' | 'query' | 'idle'

const phases: Record<Phase, string> = {
  lookup: 'while looking up the host name',
  tcp: 'while opening the TCP connection',
  tls: 'while agreeing on encryption',
  login: 'while logging in',
  query: 'while a statement was running',
  idle: 'while no statement was running',
}
const serverSaid = (p: { serverMessage: string }) => `The server said: "${p.serverMessage}".`

/** Reaching a server: name, TCP and the login that follows. Encryption has a file of its own. */
export const connectErrors = {
  'CONNECT-HOST-UNKNOWN': {
    message: (p: { host: string }) => `host "${p.host}" does not exist`,
    hint: (_: { host: string }) =>
      'Check the host name in the connection URL for typing mistakes, or copy the URL again from the console of the provider.',
  },
  'CONNECT-NAME-SERVER': {
    message: (p: { host: string }) => `could not look up host "${p.host}": the name server did not answer`,
    hint: (_: { host: string }) =>
      'Check the network connection, the VPN and the DNS settings of this machine, then try again.',
  },
  'CONNECT-REFUSED': {
    message: (p: Server) => `host "${p.host}" refused the connection on port ${p.port}`,
    hint: (p: Server) =>
      `Check that PostgreSQL is running on "${p.host}", that it listens on port ${p.port}, and that no firewall stands between.`,
  },
  'CONNECT-UNREACHABLE': {
    message: (p: Server & { reason: string }) =>
      `could not reach host "${p.host}" on port ${p.port}: ${p.reason}`,
    hint: (_: Server & { reason: string }) =>
      'Check the network connection, the VPN and the firewall. A host with IPv6 addresses only needs a network with IPv6.',
  },
  'CONNECT-TIMEOUT': {
    message: (p: Server & { seconds: number; phase: Phase }) =>
      `no answer from host "${p.host}" port ${p.port} within ${p.seconds} s, ${phases[p.phase]}`,
    hint: (p: Server & { seconds: number; phase: Phase }): string =>
      p.phase === 'tcp'
        ? 'A firewall that drops packets is the commonest cause: check it, the port, and the list of allowed addresses at the provider.'
        : 'Try again; a server that slept or is under load may need longer. Add connect_timeout=<seconds> to the URL to wait longer.',
  },
  'CONNECT-SOCKET': {
    message: (p: { path: string; reason: string }) => `could not open the socket "${p.path}": ${p.reason}`,
    hint: (_: { path: string; reason: string }) =>
      'Check that PostgreSQL is running on this machine, that host= names the folder of its socket, and that this user may use it.',
  },
  'CONNECT-NOT-POSTGRES': {
    message: (p: Server) => `what answers on host "${p.host}" port ${p.port} is not PostgreSQL`,
    hint: (_: Server) => 'Check the host and the port in the connection URL.',
  },
  'CONNECT-LOST': {
    message: (p: { host: string; phase: Phase }) => `connection to "${p.host}" was lost ${phases[p.phase]}`,
    detail: (p: { host: string; phase: Phase; serverMessage?: string | undefined }) =>
      p.serverMessage ? serverSaid({ serverMessage: p.serverMessage }) : undefined,
    hint: (p: { host: string; phase: Phase }): string =>
      p.phase === 'query'
        ? 'Whether the last statements took effect is not known: run the command again, it looks first and completes what is missing.'
        : 'Check the network and the server, then run the command again.',
  },
  'CONNECT-PASSWORD-MISSING': {
    message: (_: { user: string; host: string }) =>
      'the server asks for a password and the connection URL has none',
    hint: (p: { user: string; host: string }) =>
      `Write the password of "${p.user}" into the URL: postgresql://${p.user}:<password>@${p.host}/… (PGPASSWORD and ~/.pgpass are not read).`,
  },
  'CONNECT-PASSWORD-WRONG': {
    message: (p: { user: string; host: string }) =>
      `password for user "${p.user}" was not accepted by "${p.host}"`,
    hint: (_: { user: string; host: string }) =>
      'Check user and password in the connection URL, or copy the URL again from the console of the provider. In a URL, write the characters % @ / ? # : of a password as %25 %40 %2F %3F %23 %3A. The server gives the same answer when the user does not exist.',
  },
  'CONNECT-AUTHENTICATION': {
    message: (p: { host: string; reason: string }) => `could not log in to "${p.host}": ${p.reason}`,
    hint: (_: { host: string; reason: string }) =>
      'Only passwords are supported (SCRAM-SHA-256, MD5 or plain), and client certificates: ask the administrator for such a login.',
  },
  'CONNECT-NOT-ALLOWED': {
    message: (p: Refusal) =>
      `server "${p.host}" does not let user "${p.user}" into database "${p.database}" from this machine`,
    detail: serverSaid,
    hint: (_: Refusal) =>
      'The server decides this in pg_hba.conf, a hosted one in its list of allowed addresses: have this machine, user and database added.',
  },
  'CONNECT-ROLE-MISSING': {
    message: (p: Refusal) => `user "${p.user}" does not exist on "${p.host}" or may not log in`,
    detail: serverSaid,
    hint: (_: Refusal) =>
      'Check the user in the connection URL, or have the role created: CREATE ROLE … LOGIN.',
  },
  'CONNECT-DATABASE-MISSING': {
    message: (p: Refusal) => `database "${p.database}" does not exist on "${p.host}"`,
    hint: (p: Refusal) =>
      `Check the name after the last / in the connection URL, or create the database: createdb ${JSON.stringify(p.database)}.`,
  },
  'CONNECT-DATABASE-DENIED': {
    message: (p: Refusal) => `user "${p.user}" may not connect to database "${p.database}"`,
    detail: serverSaid,
    hint: (p: Refusal) => `Have its owner run: GRANT CONNECT ON DATABASE "${p.database}" TO "${p.user}";`,
  },
  'CONNECT-TOO-MANY': {
    message: (p: Refusal) => `server "${p.host}" has no free connection`,
    detail: serverSaid,
    hint: (_: Refusal) =>
      'Close idle clients, lower the pool sizes, use the pooled host of the provider, or have max_connections raised; then try again.',
  },
  'CONNECT-SERVER-STARTING': {
    message: (p: Refusal) => `server "${p.host}" is not ready for connections`,
    detail: serverSaid,
    hint: (_: Refusal) => 'It is starting, stopping or recovering: try again in a few seconds.',
  },
  'CONNECT-READ-ONLY': {
    message: (p: { host: string }) =>
      `server "${p.host}" can only be read, and target_session_attrs=read-write asks for more`,
    hint: (_: { host: string }) => 'Connect to the primary server instead of its replica.',
  },
  'CONNECT-SERVER-TOO-OLD': {
    message: (p: { host: string; version: string; oldest: number }) =>
      `server "${p.host}" runs PostgreSQL ${p.version}, older than ${p.oldest}`,
    hint: (p: { host: string; version: string; oldest: number }) =>
      `Upgrade the server to PostgreSQL ${p.oldest} or newer; older ones no longer get security fixes.`,
  },
  'CONNECT-POOLER-DATABASE': {
    message: (p: Refusal) => `the connection pooler on "${p.host}" does not know database "${p.database}"`,
    detail: serverSaid,
    hint: (_: Refusal) =>
      'Check the database in the connection URL, or have it added to the [databases] of the pooler.',
  },
  'CONNECT-POOLER-PARAMETER': {
    message: (p: Refusal) => `the connection pooler on "${p.host}" refuses a setting sent at login`,
    detail: serverSaid,
    hint: (_: Refusal) =>
      'Remove options= from the connection URL, or connect to the direct host instead of the pooler.',
  },
  'CONNECT-NEON-ENDPOINT': {
    message: (p: Refusal) => `Neon could not tell which endpoint "${p.host}" means`,
    detail: serverSaid,
    hint: (_: Refusal) =>
      'Copy the connection URL again from the Neon console: its host begins with the endpoint (ep-…). An address or an alias in its place does not work.',
  },
  'CONNECT-NEON-DISABLED': {
    message: (p: Refusal) => `the Neon endpoint of "${p.host}" is disabled`,
    detail: serverSaid,
    hint: (_: Refusal) => 'Enable or start the compute of this branch in the Neon console, then try again.',
  },
  'CONNECT-NEON-QUOTA': {
    message: (p: Refusal) => `the Neon project of "${p.host}" has used up a quota`,
    detail: serverSaid,
    hint: (_: Refusal) =>
      'See usage and plan in the Neon console: raise the limit or wait for the next billing period.',
  },
  'CONNECT-FAILED': {
    message: (p: Server & { reason: string }) =>
      `could not connect to host "${p.host}" port ${p.port}: ${p.reason}`,
    hint: (_: Server & { reason: string }) =>
      'Check the connection URL and the state of the server, then try again.',
  },
}
