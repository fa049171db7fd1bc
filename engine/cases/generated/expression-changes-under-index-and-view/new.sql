CREATE TABLE people (id int PRIMARY KEY, name text, slug text GENERATED ALWAYS AS (replace(lower(name), ' ', '-')) STORED);
CREATE UNIQUE INDEX people_slug_idx ON people (slug);
CREATE VIEW slugs AS SELECT slug FROM people;
COMMENT ON COLUMN people.slug IS 'for addresses';
