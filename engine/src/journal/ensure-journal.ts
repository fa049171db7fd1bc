import { doBlock } from '../sql/do-block.ts'
import { quoteLiteral } from '../sql/quote.ts'
import { eventTriggersAsBefore, eventTriggersOff, eventTriggersVariables } from './event-triggers-off.ts'
import { formats } from './tables.ts'

/** An SQLSTATE of our own: the journal was written by a newer tool. */
export const newerJournalState = 'TU004'

/**
 * Makes the journal where there is none and brings an older one to the current format. For the beginning of a
 * transaction that holds the run lock. Where the role may not, it sets `trueup.journal` to `denied` for the rest of
 * the transaction, and all that would write the journal does nothing.
 * @throws (in the server) TU004 when a newer tool wrote the journal.
 */
export function ensureJournal(toolVersion: string, known = formats): string {
  const current = known.length
  const upgrades = known.map(
    (statements, before) => `IF found <= ${before} THEN\n${statements.join(';\n')};\nEND IF;`,
  )
  return doBlock(
    `IF to_regclass('trueup.journal') IS NULL THEN
      IF NOT ${mayMakeJournal} THEN PERFORM set_config('trueup.journal', 'denied', true); RETURN; END IF;
    ELSIF NOT ${mayWriteJournal} THEN PERFORM set_config('trueup.journal', 'denied', true); RETURN;
    ELSE SELECT format INTO found FROM trueup.journal;
    END IF;
    IF found = ${current} THEN RETURN; END IF;
    IF found > ${current} THEN
      RAISE EXCEPTION '%', found USING ERRCODE = '${newerJournalState}';
    END IF;
    ${eventTriggersOff}
    ${upgrades.join('\n')}
    UPDATE trueup.journal SET format = ${current}, tool_version = ${quoteLiteral(toolVersion)};
    ${eventTriggersAsBefore}`,
    `found int := 0; ${eventTriggersVariables}`,
  )
}

/** SQL condition: the role may make the journal. */
export const mayMakeJournal = `(CASE WHEN to_regnamespace('trueup') IS NULL
  THEN has_database_privilege(current_database(), 'CREATE')
  ELSE has_schema_privilege('trueup', 'CREATE') END)`

/** SQL condition, to be asked only where the journal is: the role may read it. */
export const mayReadJournal = `(has_schema_privilege('trueup', 'USAGE')
  AND has_table_privilege('trueup.journal', 'SELECT')
  AND has_table_privilege('trueup.runs', 'SELECT')
  AND has_table_privilege('trueup.steps', 'SELECT'))`

/** SQL condition, to be asked only where the journal is: the role may write it. */
export const mayWriteJournal = `(has_schema_privilege('trueup', 'USAGE')
  AND ${['journal', 'runs', 'steps']
    .flatMap((table) => ['SELECT', 'INSERT', 'UPDATE'].map((right) => [table, right]))
    .map(([table, right]) => `has_table_privilege('trueup.${table}', '${right}')`)
    .join(' AND ')})`

/** Statements that touch the journal, as a block that does nothing where the role may not write it. */
export function whereJournalled(statements: string): string {
  return doBlock(`IF current_setting('trueup.journal', true) = 'denied'
    OR to_regclass('trueup.journal') IS NULL THEN RETURN; END IF;\n${statements}`)
}
