import type { Pages } from '../../page.ts'

/** Reaching a server: name, network, encryption, log-in. */
export const connectPages: Pages['errors'] = {
  'CONNECT-AUTHENTICATION': {
    why: 'The server asks for a way of logging in that is not supported here, such as GSSAPI, SSPI or LDAP over a browser; or the exchange of SCRAM messages broke off.',
    fix: 'Have a role with a password made for this purpose, and a line for it in pg_hba.conf with the method scram-sha-256.',
  },
  'CONNECT-CHANNEL-BINDING': {
    why: 'channel_binding=require ties the log-in to the encrypted connection, so that nobody in the middle can pass it on. What answered cannot do that: it is no PostgreSQL of version 11 or newer with SCRAM passwords, or something stands between.',
    fix: 'Through a pooler of your own that ends the encryption, write channel_binding=prefer. Anywhere else find out first who answers.',
  },
  'CONNECT-DATABASE-DENIED': {
    why: 'The role exists and the password is right, but it lacks CONNECT on this database. Databases give it to everybody unless somebody revoked it.',
    fix: 'Have the owner of the database grant it, or connect as another role.',
  },
  'CONNECT-DATABASE-MISSING': {
    why: 'The log-in worked; the server has no database of this name. Names are case-sensitive in a URL. Without a name in the URL, PostgreSQL takes the name of the user.',
    fix: 'Look at the names with `psql -l`, correct the URL, or create the database. This tool creates tables, never databases.',
  },
  'CONNECT-FAILED': {
    why: 'The connection could not be made for a reason that has no page of its own. The message ends with what the system said.',
    fix: 'Run `trueup doctor`: it tries name, network, encryption and log-in one by one and says which of them fails.',
  },
  'CONNECT-HOST-UNKNOWN': {
    why: 'The name server answered that there is no such name. It is a typing mistake, a host that was removed, or a name that only a VPN or a company network knows.',
    fix: 'Copy the URL anew from the console of the provider. For an internal name, connect to the VPN first.',
  },
  'CONNECT-LOST': {
    why: 'The connection broke while it was in use: the server was restarted, an administrator ended the session, the network went away, or a firewall cut a quiet connection.',
    fix: 'Run the same command again. Everything inside one transaction happened wholly or not at all, and a new run looks at the database before it does anything.',
  },
  'CONNECT-NAME-SERVER': {
    why: 'The name could not be looked up at all: no network, no name server, or one that did not answer in time. It says nothing about the host itself.',
    fix: 'Try any other name (`getent hosts example.com`). If that fails too, the network or its DNS settings are the trouble.',
  },
  'CONNECT-NEON-DISABLED': {
    why: 'The compute of a Neon branch can be disabled by hand or by the plan of the project. Then nothing wakes it up.',
    fix: 'Enable the endpoint in the console, or take the URL of another branch.',
  },
  'CONNECT-NEON-ENDPOINT': {
    why: 'Neon keeps many databases behind one address and tells them apart by the host name that the client sends. An IP address, an alias of your own or a proxy in front hides it.',
    fix: 'Use the host from the console as it is, beginning with `ep-`.',
  },
  'CONNECT-NEON-QUOTA': {
    why: 'The project has used up compute time, storage or transfer of its plan. Neon refuses connections until the limit is raised or the period begins anew.',
    fix: 'See the usage page of the project. Old branches are often what fills the storage.',
  },
  'CONNECT-NOT-ALLOWED': {
    why: 'pg_hba.conf has no line that lets this user from this address into this database. A server that insists on encryption often says the same of a connection without it.',
    fix: 'Add sslmode=require to the URL if it is not there. Otherwise have the address of this machine added, at hosted databases in the list of allowed addresses.',
  },
  'CONNECT-NOT-POSTGRES': {
    why: 'Something listens there and speaks another language: a web server, another database, or an SSH tunnel that leads elsewhere.',
    fix: 'Check the port: PostgreSQL listens on 5432 unless told otherwise, poolers often on 6432 or 6543.',
  },
  'CONNECT-PASSWORD-MISSING': {
    why: 'The URL has a user and no password. Files that other tools read, such as ~/.pgpass, are not read here: the URL is the only place to look.',
    fix: 'Write the password into DATABASE_URL in the `.env` file, which git must ignore.',
  },
  'CONNECT-PASSWORD-WRONG': {
    why: 'The server did not accept user and password. It gives the same answer whether the user is unknown, has no password, or has another.',
    fix: [
      'Look for signs in the password that a URL must write in another way: `%` is `%25`, `@` is `%40`, `/` is `%2F`.',
      'Copy the URL again from the console of the provider; passwords are often shown once only and must be reset.',
      'Check that the variable in the environment is not another than the one in `.env`: the environment wins.',
    ],
  },
  'CONNECT-POOLER-DATABASE': {
    why: 'A connection pooler (PgBouncer) stands in front of the server and serves only the databases in its own list.',
    fix: 'Use the name from that list, add the database to it, or connect to the server directly.',
  },
  'CONNECT-POOLER-PARAMETER': {
    why: 'The URL sends a setting at log-in, and a pooler that shares sessions among clients cannot keep it for one of them.',
    fix: 'Take `options=` out of the URL, or name the parameter in `ignore_startup_parameters` of PgBouncer.',
  },
  'CONNECT-READ-ONLY': {
    why: 'The URL asks for a server that can write, and this one is a replica or was set to read only.',
    fix: 'Use the host of the primary. After a failover the old primary may have become the replica.',
  },
  'CONNECT-REFUSED': {
    why: 'The machine answered, and nothing listens on this port: PostgreSQL is not running, listens on another port, or only on its own loopback address.',
    fix: [
      'On the server: `pg_lsclusters` or `systemctl status postgresql`, and `SHOW listen_addresses`.',
      'In a container: is the port published? From another container the host is the name of the service, not localhost.',
    ],
  },
  'CONNECT-ROLE-MISSING': {
    why: 'The server has no role of this name, or one without LOGIN. Role names are case-sensitive in a URL.',
    fix: 'Look at the roles with `psql -c "\\du"`, and correct the user in the URL.',
  },
  'CONNECT-SERVER-STARTING': {
    why: 'The server is starting, shutting down, or replaying its log after a crash. That takes seconds as a rule, minutes after a crash under load.',
    fix: 'Wait and run the command again. If it goes on, the server log says what it is doing.',
  },
  'CONNECT-SERVER-TOO-OLD': {
    why: 'The catalogs of older versions lack what this tool reads, and the PostgreSQL project no longer mends those versions.',
    fix: 'Upgrade with pg_upgrade or dump and restore.',
  },
  'CONNECT-SOCKET': {
    why: 'The URL names a folder as its host, so the connection goes through a socket file in it, and that file is not there or not open to this user.',
    fix: 'Check `SHOW unix_socket_directories` on the server, or name a host instead.',
  },
  'CONNECT-TIMEOUT': {
    why: 'Nobody answered in time. A firewall that drops packets without a word is the usual cause; a hosted database that was asleep is the next.',
    fix: 'Check the list of allowed addresses at the provider. To wait longer, add `connect_timeout=60` to the URL.',
  },
  'CONNECT-TLS-CLIENT-CERTIFICATE': {
    why: 'pg_hba.conf demands a certificate of the client for this user, and the URL names none.',
    fix: 'Add `sslcert=client.crt&sslkey=client.key` to the URL. The key file must be readable by you alone.',
  },
  'CONNECT-TLS-EXPIRED': {
    why: 'The certificate of the server is past its last day, so it proves nothing any more.',
    fix: 'Renew it at the server and reload PostgreSQL. A wrong clock on this machine looks the same.',
  },
  'CONNECT-TLS-FAILED': {
    why: 'Both sides found no version or cipher in common, or what answered does not speak TLS at all.',
    fix: 'See what the server offers: `openssl s_client -starttls postgres -connect <host>:5432`.',
  },
  'CONNECT-TLS-FILE': {
    why: 'The URL names a certificate or key file that is not there, cannot be read, or is not in PEM format.',
    fix: 'Relative paths start at the folder in which the command runs; an absolute path works from everywhere.',
  },
  'CONNECT-TLS-NAME': {
    why: 'The certificate is genuine and was made for other names. With sslmode=verify-full the name in the URL must be one of them, because otherwise any genuine certificate would do.',
    fix: 'Connect by a name that is in the certificate.',
  },
  'CONNECT-TLS-NOT-YET': {
    why: 'The certificate begins to be valid later. Nearly always a clock is wrong, here or where it was made.',
    fix: 'Compare `date` on both machines.',
  },
  'CONNECT-TLS-REFUSED': {
    why: 'sslmode demands encryption, and the server answered that it has none: `ssl` is off there, or no certificate is set up.',
    fix: 'Turn on `ssl` at the server. Without it passwords and data can be read on the way.',
  },
  'CONNECT-TLS-REQUIRED': {
    why: 'sslmode=disable was asked for, and the server lets nobody in without encryption.',
    fix: 'Write sslmode=require, or better sslmode=verify-full, into the URL.',
  },
  'CONNECT-TLS-UNTRUSTED': {
    why: 'sslmode=verify-ca and verify-full ask who signed the certificate of the server, and this machine does not know the signer: it signed itself, or belongs to a private authority.',
    fix: 'Download the certificate of the authority and name it: `sslrootcert=ca.pem`. sslmode=require encrypts without asking, and then a machine in between could read along.',
  },
  'CONNECT-TOO-MANY': {
    why: 'All connections of the server are taken, or those that this role or database may have.',
    fix: 'See who holds them: `SELECT usename, state, count(*) FROM pg_stat_activity GROUP BY 1, 2`. One that is idle for hours usually belongs to a pool that is too large.',
  },
  'CONNECT-UNREACHABLE': {
    why: 'The network has no way to the host: no route, a VPN that is down, or a host with IPv6 addresses only in a network without IPv6.',
    fix: 'Try another network. At providers with IPv6 only, use the pooled host, which has IPv4 as a rule.',
  },
}
