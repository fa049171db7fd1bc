import { is } from 'drizzle-orm'

/** Drizzle's `is`, which fails on objects without a prototype: module namespaces and some plain values are such. */
export const isEntity: typeof is = (value, type): value is never =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) !== null && is(value, type)
