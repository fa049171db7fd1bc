-- The functions behind the triggers of the tables; triggers.ts says where they are used.

-- A check cannot see the old value. Legal steps come as arguments: 'active > suspended'.
-- SQLSTATE 23514 (check_violation), with the trigger's name as the constraint's: for a client an illegal step is
-- what a breach of a CHECK is, a value that the data as it stands does not allow.
CREATE FUNCTION public.check_status_step() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF format('%s > %s', OLD.status, NEW.status) = ANY (TG_ARGV) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'status of "%" cannot go from "%" to "%"', TG_TABLE_NAME, OLD.status, NEW.status
    USING ERRCODE = 'check_violation',
      DETAIL = format('Legal steps: %s.', array_to_string(TG_ARGV, ', ')),
      SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, COLUMN = 'status', CONSTRAINT = TG_NAME;
END
$$;

COMMENT ON FUNCTION public.check_status_step() IS
  'Before an update of status: lets the steps pass that are given as arguments, refuses others with SQLSTATE 23514';

CREATE FUNCTION public.move_updated_at() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$;

COMMENT ON FUNCTION public.move_updated_at() IS 'Before an update: sets updated_at to the time of the transaction';

-- SQLSTATE 55000 (object_not_in_prerequisite_state): what PostgreSQL itself answers where a relation does not take
-- an UPDATE or DELETE at all ("cannot update view"). Not class 23, because no value of the row could make it right;
-- not 42501, because no grant could; and nothing that a client would try again.
CREATE FUNCTION public.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of "%" is refused: rows are only ever added', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = 'Correct a wrong row by adding another one that makes up for it.',
      SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
END
$$;

COMMENT ON FUNCTION public.refuse_change() IS
  'Before UPDATE, DELETE or TRUNCATE of an append-only table: refuses it with SQLSTATE 55000';
