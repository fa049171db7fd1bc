import type { Major } from '../support/server-programs.ts'
import { publicSchemas } from './public-schemas.ts'

const words = (name: string, standard: string) => (process.env[name] ?? standard).split(',')

/** TRUEUP_SCHEMAS_ON is majors of PostgreSQL; TRUEUP_SCHEMAS is parts of names, or `all`; both apart by commas. */
export const chosenMajors = words('TRUEUP_SCHEMAS_ON', '14,18').map((major) => Number(major) as Major)
export const chosenSchemas = publicSchemas.filter(({ name }) =>
  words('TRUEUP_SCHEMAS', 'all').some((part) => part === 'all' || name.includes(part)),
)
export const minutes = 60_000
