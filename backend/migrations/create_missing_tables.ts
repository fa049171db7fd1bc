/**
 * Says which tables are missing and creates only those, with what belongs to them.
 * `npm run create-missing-tables`; the same as `npx trueup create --missing`, with the same options (`-- --help`).
 */
import { main } from 'trueup/cli'

process.exitCode = await main(['create', '--missing', ...process.argv.slice(2)])
