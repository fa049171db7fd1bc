import { doBlock } from '../sql/do-block.ts'
import { quoteLiteral } from '../sql/quote.ts'

/**
 * PL/pgSQL that puts into the variable `this_database` which database this is: its server's system identifier, made by
 * initdb, and its oid there (manual: pg_control_system). A dump that is restored elsewhere is another database, and so
 * is one made from a template.
 */
export const findIdentity = `IF has_function_privilege('pg_control_system()', 'EXECUTE') THEN
    SELECT system_identifier::text INTO this_database FROM pg_control_system();
  END IF;
  this_database := coalesce(this_database, '') || '/' ||
    (SELECT oid::text FROM pg_database WHERE datname = current_database());`

/** Remembers for which environment this database is changed; for a transaction in which the journal is current. */
export function rememberEnvironment(environment: string): string {
  const name = quoteLiteral(environment)
  return doBlock(
    `IF current_setting('trueup.journal', true) = 'denied'
      OR to_regclass('trueup.journal') IS NULL THEN RETURN; END IF;
    ${findIdentity}
    UPDATE trueup.journal
    SET identity = this_database, environment = ${name}, environment_since = clock_timestamp()
    WHERE (identity, environment) IS DISTINCT FROM (this_database, ${name});`,
    'this_database text;',
  )
}
