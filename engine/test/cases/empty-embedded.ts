import { cacheFolder } from '../../src/modules/cache-folder.ts'
import type { Database } from '../../src/postgres/database.ts'
import { openInMemory } from '../../src/postgres/embedded.ts'
import { repository } from '../support/repository.ts'

/**
 * One embedded PostgreSQL for all cases, emptied between them: starting one takes as long as a hundred cases.
 * Closing what this opens leaves it running; `stop` ends it.
 */
export async function emptyEmbedded(extensions: Iterable<string>) {
  const database = await openInMemory({ cache: cacheFolder(repository), extensions })
  const open = async (): Promise<Database> => {
    await database.query(clear)
    return { ...database, close: async () => void (await database.query('ROLLBACK')) }
  }
  return { open, stop: () => database.close() }
}

const clear = `
  ROLLBACK; RESET ALL; SET client_min_messages = error;
  DO $clear$
  DECLARE each record;
  BEGIN
    FOR each IN SELECT format('DROP EVENT TRIGGER %I', evtname) AS sql FROM pg_event_trigger LOOP EXECUTE each.sql; END LOOP;
    FOR each IN SELECT format('DROP PUBLICATION %I', pubname) AS sql FROM pg_publication LOOP EXECUTE each.sql; END LOOP;
    FOR each IN SELECT format('DROP EXTENSION %I CASCADE', extname) AS sql FROM pg_extension WHERE extname <> 'plpgsql' LOOP EXECUTE each.sql; END LOOP;
    FOR each IN SELECT format('DROP FOREIGN DATA WRAPPER %I CASCADE', fdwname) AS sql FROM pg_foreign_data_wrapper LOOP EXECUTE each.sql; END LOOP;
    FOR each IN SELECT format('DROP LANGUAGE %I CASCADE', lanname) AS sql FROM pg_language WHERE oid >= 16384 LOOP EXECUTE each.sql; END LOOP;
    FOR each IN SELECT format('DROP ACCESS METHOD %I CASCADE', amname) AS sql FROM pg_am WHERE oid >= 16384 LOOP EXECUTE each.sql; END LOOP;
    FOR each IN SELECT format('DROP SCHEMA %I CASCADE', nspname) AS sql FROM pg_namespace
      WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP EXECUTE each.sql; END LOOP;
    FOR each IN SELECT format('DROP CAST (%s AS %s)', castsource::regtype, casttarget::regtype) AS sql FROM pg_cast WHERE oid >= 16384 LOOP EXECUTE each.sql; END LOOP;
  END $clear$;
  CREATE SCHEMA public`
