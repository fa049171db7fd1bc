import { readFileSync } from 'node:fs'

/** The tables as bench/create/plain-sketch.ts wrote them down. */
export const tables = JSON.parse(readFileSync(process.env.SKETCH, 'utf8'))
export const url = process.env.DATABASE_URL
