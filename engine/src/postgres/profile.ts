/**
 * What a kind of server can do, as data. Planner and runner ask the profile, never the product's name:
 * a new kind of server must become a new profile, not a new engine.
 */
export interface Profile {
  readonly name: 'plain' | 'transaction-pooler' | 'embedded'
  /** May several statements share one message? */
  readonly multiStatementMessages: boolean
  /** Does a session-level advisory lock stay with this client? */
  readonly sessionLocks: boolean
  /** Can another session hold a lock we want? (not in PGlite: it has one backend) */
  readonly otherSessions: boolean
}

export const profiles = {
  plain: { name: 'plain', multiStatementMessages: true, sessionLocks: true, otherSessions: true },
  transactionPooler: {
    name: 'transaction-pooler',
    multiStatementMessages: true,
    sessionLocks: false,
    otherSessions: true,
  },
  embedded: { name: 'embedded', multiStatementMessages: true, sessionLocks: true, otherSessions: false },
} as const satisfies Record<string, Profile>
