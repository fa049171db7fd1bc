/**
 * For sessions that copy rows out or in: the texts must mean the same on both sides, and no row may be hidden. Money
 * is written by the rules of a locale, so both sides use the same.
 */
export const copySettings: readonly string[] = [
  `SET LOCAL DateStyle = 'ISO, YMD'`,
  `SET LOCAL IntervalStyle = 'postgres'`,
  `SET LOCAL TimeZone = 'UTC'`,
  `SET LOCAL extra_float_digits = 3`,
  `SET LOCAL bytea_output = 'hex'`,
  `SET LOCAL lc_monetary = 'C'`,
  `SET LOCAL xmloption = content`,
  `SET LOCAL row_security = off`,
  `SET LOCAL synchronize_seqscans = off`,
  `SET LOCAL statement_timeout = 0`,
  `SET LOCAL idle_in_transaction_session_timeout = 0`,
  `SET LOCAL lock_timeout = '60s'`,
]
