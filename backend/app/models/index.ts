/** Avatarbank's thirteen tables. What each means is said in the comments of the tables and columns. */
export * from './accounts.ts'
export * from './ledger.ts'
export * from './logs.ts'
export * from './market.ts'
export * from './money.ts'
export * from './social.ts'
export * from './work.ts'
