/** Made by these very statements, and nobody has changed it. */
const isUsualPublic = `nspname = 'public' AND pg_namespace.oid >= 16384 AND nspowner = 'pg_database_owner'::regrole
          AND nspacl::text = '{pg_database_owner=UC/pg_database_owner,=U/pg_database_owner}'
          AND obj_description(pg_namespace.oid, 'pg_namespace') IS NULL`

/**
 * Statements that take everything out of a database that users can put into one; `public` is what new databases have.
 * One that is so already stays: who makes a schema throws away all plans that the session keeps.
 */
export const emptyDatabase = `
  ROLLBACK; RESET ALL; SET client_min_messages = error;
  DO $empty$
  DECLARE each record;
  BEGIN
    FOR each IN
      SELECT 1 AS place, format('DROP EVENT TRIGGER %I', evtname) AS sql FROM pg_event_trigger
      UNION ALL SELECT 2, format('DROP PUBLICATION %I', pubname) FROM pg_publication
      UNION ALL SELECT 2, format('ALTER SUBSCRIPTION %1$I DISABLE; ALTER SUBSCRIPTION %1$I SET (slot_name = NONE); DROP SUBSCRIPTION %1$I', subname)
        FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
      UNION ALL SELECT 2, format('DROP TRANSFORM FOR %s LANGUAGE %I CASCADE', format_type(trftype, NULL), lanname)
        FROM pg_transform JOIN pg_language l ON l.oid = trflang WHERE pg_transform.oid >= 16384
          AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_transform'::regclass AND objid = pg_transform.oid AND deptype = 'e')
      UNION ALL SELECT 3, format('DROP EXTENSION %I CASCADE', extname) FROM pg_extension WHERE extname <> 'plpgsql'
      UNION ALL SELECT 4, format('DROP FOREIGN DATA WRAPPER %I CASCADE', fdwname) FROM pg_foreign_data_wrapper
        WHERE NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_foreign_data_wrapper.oid AND deptype = 'e')
      UNION ALL SELECT 5, format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace
        WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND NOT (${isUsualPublic})
          AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_namespace.oid AND deptype = 'e')
      UNION ALL SELECT 6, format('DROP CAST IF EXISTS (%s AS %s)', format_type(castsource, NULL), format_type(casttarget, NULL))
        FROM pg_cast WHERE oid >= 16384 AND castsource < 16384 AND casttarget < 16384
      UNION ALL SELECT 7, format('DROP LANGUAGE IF EXISTS %I CASCADE', lanname) FROM pg_language WHERE oid >= 16384
      UNION ALL SELECT 8, format('DROP ACCESS METHOD IF EXISTS %I CASCADE', amname) FROM pg_am WHERE oid >= 16384
      ORDER BY 1
    LOOP EXECUTE each.sql; END LOOP;
    FOR each IN
      SELECT format('DROP %s IF EXISTS %s CASCADE', coalesce(kind, upper(o.type)), o.identity) AS sql
      FROM pg_depend d JOIN pg_namespace n ON n.oid = d.refobjid, pg_identify_object(d.classid, d.objid, d.objsubid) o
      LEFT JOIN (VALUES ('composite type', 'TYPE'), ('statistics object', 'STATISTICS')) AS k (type, kind) USING (type)
      WHERE d.refclassid = 'pg_namespace'::regclass AND n.nspname = 'public'
      -- a sequence may belong to a column, a multirange to a range
      ORDER BY d.classid <> 'pg_class'::regclass, o.type = 'sequence', d.objid DESC
    LOOP EXECUTE each.sql; END LOOP;
    IF EXISTS (SELECT FROM pg_default_acl) THEN -- no statement says "as they were at first"
      DELETE FROM pg_shdepend WHERE classid = 'pg_default_acl'::regclass;
      DELETE FROM pg_depend WHERE classid = 'pg_default_acl'::regclass;
      DELETE FROM pg_default_acl;
    END IF;
    IF to_regnamespace('public') IS NULL THEN
      CREATE SCHEMA public AUTHORIZATION pg_database_owner; GRANT USAGE ON SCHEMA public TO PUBLIC;
    END IF;
  END $empty$`
