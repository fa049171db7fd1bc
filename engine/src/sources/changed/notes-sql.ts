import { routineSignature } from '../database/routine-name.ts'

/** SQL: from now on everything that commands make or drop is noted, under the number in `trueup.statement`. */
export const beginNoting = `
  CREATE SCHEMA trueup_watch;
  CREATE TABLE trueup_watch.note (statement integer, class oid, object oid);
  CREATE FUNCTION trueup_watch.note_made() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO trueup_watch.note
      SELECT current_setting('trueup.statement')::integer, classid, objid
      FROM pg_event_trigger_ddl_commands() WHERE NOT in_extension; END $$;
  CREATE FUNCTION trueup_watch.note_dropped() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO trueup_watch.note VALUES (current_setting('trueup.statement')::integer, NULL, NULL); END $$;
  CREATE EVENT TRIGGER trueup_made ON ddl_command_end EXECUTE FUNCTION trueup_watch.note_made();
  CREATE EVENT TRIGGER trueup_dropped ON sql_drop EXECUTE FUNCTION trueup_watch.note_dropped()`

/** SQL: the relation that an object in `note` is a part of; a column's sequence and an index count as its table. */
const relation = `CASE class
  WHEN 'pg_constraint'::regclass THEN (SELECT nullif(conrelid, 0) FROM pg_constraint WHERE oid = object)
  WHEN 'pg_trigger'::regclass THEN (SELECT tgrelid FROM pg_trigger WHERE oid = object)
  WHEN 'pg_policy'::regclass THEN (SELECT polrelid FROM pg_policy WHERE oid = object)
  WHEN 'pg_rewrite'::regclass THEN (SELECT ev_class FROM pg_rewrite WHERE oid = object)
  WHEN 'pg_attrdef'::regclass THEN (SELECT adrelid FROM pg_attrdef WHERE oid = object)
  WHEN 'pg_statistic_ext'::regclass THEN (SELECT stxrelid FROM pg_statistic_ext WHERE oid = object)
  WHEN 'pg_class'::regclass THEN coalesce(
    (SELECT indrelid FROM pg_index WHERE indexrelid = object),
    (SELECT refobjid FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = object
      AND refclassid = 'pg_class'::regclass AND refobjsubid > 0 AND deptype IN ('a', 'i') LIMIT 1),
    object)
END`

/** SQL: the path of a relation or a type. */
const pathIn = (catalog: string, name: string, schema: string, oid: string) =>
  `(SELECT quote_ident(nspname) || '.' || quote_ident(${name}) FROM ${catalog} c
    JOIN pg_namespace n ON n.oid = c.${schema} WHERE c.oid = ${oid})`

/** SQL: each number with the names of what was made (catalog/roots.ts). */
export const readNotes = `
  DROP EVENT TRIGGER trueup_made; DROP EVENT TRIGGER trueup_dropped;
  SELECT DISTINCT statement, CASE
    WHEN relation IS NOT NULL THEN 'relation ' || ${pathIn('pg_class', 'relname', 'relnamespace', 'relation')}
    WHEN class = 'pg_type'::regclass THEN 'type ' || ${pathIn('pg_type', 'typname', 'typnamespace', 'object')}
    WHEN class = 'pg_proc'::regclass THEN 'routine ' || ${routineSignature('object')}
    WHEN class = 'pg_namespace'::regclass THEN
      'schema ' || (SELECT quote_ident(nspname) FROM pg_namespace WHERE oid = object)
  END
  FROM (SELECT *, ${relation} AS relation FROM trueup_watch.note) AS noted ORDER BY 1`

export const endNoting = 'DROP SCHEMA trueup_watch CASCADE'
