-- What a person does by hand: drop the views of a table and the functions that return their rows, change
-- it, and make them again.
CREATE FUNCTION pg_temp.views_of(relation regclass) RETURNS TABLE (id oid, path text, depth bigint, query text) LANGUAGE sql AS $$
  WITH RECURSIVE above AS (
    SELECT relation::oid AS id, 0 AS depth
    UNION ALL
    SELECT r.ev_class, above.depth + 1 FROM above
      JOIN pg_depend d ON d.refobjid = above.id AND d.refclassid = 'pg_class'::regclass AND d.classid = 'pg_rewrite'::regclass
      JOIN pg_rewrite r ON r.oid = d.objid AND r.ev_class <> above.id)
  SELECT id, id::regclass::text, max(depth), pg_get_viewdef(id) FROM above WHERE depth > 0 GROUP BY id ORDER BY 3
$$;
CREATE FUNCTION pg_temp.under_views(relation regclass, command text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE each record;
BEGIN
  CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT * FROM pg_temp.views_of(relation);
  CREATE TEMP TABLE functions ON COMMIT DROP AS
    SELECT DISTINCT p.oid::regprocedure::text AS path, pg_get_functiondef(p.oid) AS query FROM kept
      JOIN pg_type t ON t.typrelid = kept.id JOIN pg_depend d ON d.refobjid IN (t.oid, t.typarray)
      JOIN pg_proc p ON p.oid = d.objid AND d.classid = 'pg_proc'::regclass;
  FOR each IN SELECT * FROM functions LOOP EXECUTE 'DROP FUNCTION ' || each.path; END LOOP;
  FOR each IN SELECT * FROM kept ORDER BY depth DESC LOOP EXECUTE 'DROP VIEW ' || each.path; END LOOP;
  EXECUTE command;
  FOR each IN SELECT * FROM kept ORDER BY depth LOOP EXECUTE 'CREATE VIEW ' || each.path || ' AS ' || each.query; END LOOP;
  FOR each IN SELECT * FROM functions LOOP EXECUTE each.query; END LOOP;
  DROP TABLE kept, functions;
END $$;
CREATE FUNCTION pg_temp.rewrite_view(relation regclass, query text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_temp.under_views(relation, format('DROP VIEW %s; CREATE VIEW %s AS %s', relation, relation, query));
END $$;
