import { defineConfig } from 'trueup'
import { parseConfig } from './backend/app/config.ts'

/** Avatarbank's models, and the databases they are for. */
export default defineConfig({
  schema: ['backend/app/models/index.ts', 'backend/app/models/functions.sql'],
  database: (environment) => parseConfig(environment).migrationDatabase,
})
