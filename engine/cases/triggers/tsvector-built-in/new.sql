CREATE TABLE t (a text, b tsvector);
CREATE TRIGGER fill BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(b, 'pg_catalog.simple', a);
