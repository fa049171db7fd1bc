import { join } from 'node:path'

/** The folder of the whole project. */
export const repository = join(import.meta.dirname, '..', '..', '..')
