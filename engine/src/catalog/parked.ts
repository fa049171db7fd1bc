/** Where tables, sequences and types go that were dropped and may come back. */
export const parkedSchema = 'trueup_parked'

/** A regular expression of PostgreSQL's and of JavaScript's: names that nothing but a parked object has. */
export const parkedNames = '^trueup_parked_[0-9a-f]{16}$'
