CREATE FUNCTION slugify(t text, glue text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT replace(lower(t), ' ', glue) $$;
CREATE TABLE pages (id int PRIMARY KEY, title text, slug text GENERATED ALWAYS AS (slugify(title, '-')) STORED);
