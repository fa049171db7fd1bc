CREATE FUNCTION slugify(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(t) $$;
CREATE TABLE pages (id int PRIMARY KEY, title text, slug text GENERATED ALWAYS AS (slugify(title)) STORED);
