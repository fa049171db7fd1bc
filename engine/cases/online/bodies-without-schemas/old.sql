CREATE FUNCTION part() RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT md5(random()::text) $$;
CREATE FUNCTION new_code() RETURNS text LANGUAGE plpgsql VOLATILE AS $$ BEGIN RETURN 'c-' || part(); END $$;
CREATE FUNCTION shortest() RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 2 $$;
CREATE FUNCTION is_long(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN length(value) >= shortest(); END $$;
CREATE TABLE people (id integer PRIMARY KEY, name text NOT NULL, age integer);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.age := greatest(NEW.age, shortest() - 2); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION touch();
