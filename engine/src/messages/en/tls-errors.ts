type Host = { host: string }

/** Encrypted connections: what was asked for, what the server gave, and its certificate. */
export const tlsErrors = {
  'CONNECT-TLS-REFUSED': {
    message: (p: { host: string; mode: string }) =>
      `server "${p.host}" does not offer encryption, and sslmode=${p.mode} demands it`,
    hint: (_: { host: string; mode: string }) =>
      'Have TLS turned on at the server. On a trusted network only, sslmode=disable connects without encryption.',
  },
  'CONNECT-TLS-REQUIRED': {
    message: (p: { host: string; mode: string }) => `server "${p.host}" accepts encrypted connections only`,
    hint: (p: { host: string; mode: string }) =>
      `Write sslmode=require into the connection URL in place of sslmode=${p.mode}.`,
  },
  'CONNECT-TLS-UNTRUSTED': {
    message: (p: { host: string; reason: string }) =>
      `certificate of "${p.host}" is not signed by a trusted authority: ${p.reason}`,
    hint: (_: { host: string; reason: string }) =>
      'Give the certificate of the authority that signed it: sslrootcert=<file> (hosted databases offer it for download). NODE_EXTRA_CA_CERTS adds authorities of your company. sslmode=require encrypts without this check.',
  },
  'CONNECT-TLS-NAME': {
    message: (p: { host: string; names: string }) => `certificate belongs to ${p.names}, not to "${p.host}"`,
    hint: (_: { host: string; names: string }) =>
      'Connect under a name that the certificate carries, or have a certificate made for this name. sslmode=verify-ca does not compare names.',
  },
  'CONNECT-TLS-EXPIRED': {
    message: (p: { host: string; until: string }) => `certificate of "${p.host}" expired on ${p.until}`,
    hint: (_: { host: string; until: string }) =>
      'Have the certificate renewed at the server; check the clock of this machine too.',
  },
  'CONNECT-TLS-NOT-YET': {
    message: (p: { host: string; from: string }) =>
      `certificate of "${p.host}" is not valid before ${p.from}`,
    hint: (_: { host: string; from: string }) => 'Check the clock of this machine and of the server.',
  },
  'CONNECT-TLS-FILE': {
    message: (p: { parameter: string; file: string; reason: string }) =>
      `could not use "${p.file}" as ${p.parameter}: ${p.reason}`,
    hint: (_: { parameter: string; file: string; reason: string }) =>
      'Check the path in the connection URL (relative paths start at the current folder) and that the file is in PEM format.',
  },
  'CONNECT-TLS-CLIENT-CERTIFICATE': {
    message: (p: Host) => `server "${p.host}" asks for a certificate of the client`,
    hint: (_: Host) => 'Name it in the connection URL: sslcert=<file>&sslkey=<file>.',
  },
  'CONNECT-TLS-FAILED': {
    message: (p: { host: string; reason: string }) =>
      `could not agree on encryption with "${p.host}": ${p.reason}`,
    hint: (_: { host: string; reason: string }) =>
      'Check that the server offers TLS 1.2 or newer, and that no proxy on the way answers in its place.',
  },
  'CONNECT-CHANNEL-BINDING': {
    message: (p: { host: string; reason: 'plain' | 'not-offered' | 'not-used' }) =>
      `channel_binding=require cannot be met by "${p.host}": ${bindingReasons[p.reason]}`,
    hint: (_: Host) =>
      'Something between may be reading along. If it is a proxy or pooler of your own, write channel_binding=prefer.',
  },
}

const bindingReasons = {
  plain: 'the connection is not encrypted',
  'not-offered': 'it does not offer SCRAM-SHA-256-PLUS',
  'not-used': 'it let the user in without it',
}
