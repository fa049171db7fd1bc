/**
 * Creates all thirteen tables, in the order their foreign keys ask for. Existing tables are left as they are.
 * `npm run create-tables`; the same as `npx trueup create`, with the same options (`-- --help`).
 */
import { main } from 'trueup/cli'

process.exitCode = await main(['create', ...process.argv.slice(2)])
