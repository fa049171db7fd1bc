import { bigint, timestamp } from 'drizzle-orm/pg-core'

/** Every table's key. Values stay below 2^53, so a number holds them. */
export function identity() {
  return bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity()
}

/** A reference to the key of another table. */
export function reference(name: string) {
  return bigint(name, { mode: 'number' })
}

/** A moment in time: always with time zone. */
export function moment(name: string) {
  return timestamp(name, { withTimezone: true })
}

export function createdAt() {
  return moment('created_at').notNull().defaultNow()
}

export function updatedAt() {
  return moment('updated_at').notNull().defaultNow()
}
