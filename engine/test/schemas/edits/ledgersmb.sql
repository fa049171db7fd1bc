-- ## a column that views use has a clearer name
-- forward: rename:public.gl.reference=document_number
-- backward: rename:public.gl.document_number=reference
ALTER TABLE gl RENAME reference TO document_number;

-- ## a view of views has one more column, in the middle
SELECT pg_temp.rewrite_view('account_heading_tree', replace(pg_get_viewdef('account_heading_tree'::regclass), 'account_headings.level', 'upper(account_headings.accno) AS sorting, account_headings.level'));

-- ## amounts have a scale, under views
SELECT pg_temp.under_views('acc_trans', 'ALTER TABLE acc_trans ALTER amount TYPE numeric(20,4)');

-- ## a function has another signature, a row type another attribute
DROP FUNCTION entity__list_notes(integer);
CREATE FUNCTION entity__list_notes(in_entity_id integer, in_limit integer DEFAULT 100) RETURNS SETOF entity_note
  LANGUAGE sql STABLE AS 'SELECT * FROM entity_note WHERE ref_key = in_entity_id ORDER BY created LIMIT in_limit';
ALTER TYPE menu_item ADD ATTRIBUTE icon text;
ALTER TYPE contact_list ALTER ATTRIBUTE contact TYPE varchar(200);

-- ## a table is split
CREATE TABLE company_registration (company_id integer PRIMARY KEY REFERENCES company (id) ON DELETE CASCADE,
  tax_id text, license_number text, sic_code varchar REFERENCES sic (code));
ALTER TABLE company DROP tax_id CASCADE, DROP license_number, DROP sic_code;

-- ## rows are held to what everybody believed of them
ALTER TABLE business ADD CONSTRAINT business_discount CHECK (discount >= 0);
ALTER TABLE warehouse ALTER description SET NOT NULL, ADD UNIQUE (description);
ALTER TABLE user_preference ADD CONSTRAINT user_preference_language_known FOREIGN KEY (language) REFERENCES language NOT VALID;
CREATE INDEX CONCURRENTLY acc_trans_open ON acc_trans (chart_id, transdate) INCLUDE (amount) WHERE NOT cleared;

-- ## an ancestor of inherited tables changes
ALTER TABLE note RENAME subject TO title;
ALTER TABLE note ADD pinned boolean NOT NULL DEFAULT false, ALTER created TYPE timestamptz USING created AT TIME ZONE 'UTC';
ALTER TABLE file_base ADD size_bytes bigint GENERATED ALWAYS AS (octet_length(content)) STORED, DROP description CASCADE;
-- forward: rename:public.note.subject=title
-- backward: rename:public.note.title=subject
-- valuesChange: public.note.created public.note.title public.note.subject

-- ## triggers fire for what matters, and row security
DROP TRIGGER gl_audit_trail ON gl;
CREATE TRIGGER gl_audit_trail AFTER INSERT OR UPDATE OF approved, transdate ON gl FOR EACH ROW
  WHEN (NEW.approved) EXECUTE FUNCTION gl_audit_trail_append();
ALTER TABLE ar DISABLE TRIGGER ar_audit_trail;
ALTER TABLE entity_employee ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY managers ON entity_employee FOR SELECT USING (is_manager OR EXISTS (SELECT FROM users u
  WHERE u.entity_id = entity_employee.entity_id AND u.username = CURRENT_USER));

-- ## a column goes with the views and functions that used it
ALTER TABLE gl DROP reference CASCADE;
ALTER TABLE entity_employee DROP ssn CASCADE;

-- ## the audit trail is partitioned by year
ALTER TABLE audittrail RENAME TO audittrail_before;
CREATE TABLE audittrail (LIKE audittrail_before INCLUDING DEFAULTS) PARTITION BY RANGE (transdate);
CREATE TABLE audittrail_2024 PARTITION OF audittrail FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE audittrail_rest PARTITION OF audittrail DEFAULT;
CREATE INDEX ON audittrail (trans_id);
ALTER SEQUENCE audittrail_entry_id_seq OWNED BY audittrail.entry_id;
DROP TABLE audittrail_before CASCADE;

-- ## keys of all entities become bigint
SELECT pg_temp.under_views('entity', 'ALTER TABLE entity ALTER id TYPE bigint');
SELECT pg_temp.under_views('entity_employee', 'ALTER TABLE entity_employee ALTER entity_id TYPE bigint, ALTER manager_id TYPE bigint');
SELECT pg_temp.under_views('users', 'ALTER TABLE users ALTER entity_id TYPE bigint');
