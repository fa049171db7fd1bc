CREATE TABLE docs (id int PRIMARY KEY, title text, body text,
  search tsvector GENERATED ALWAYS AS (setweight(to_tsvector('simple', coalesce(title, '')), 'A') || to_tsvector('simple', coalesce(body, ''))) STORED);
CREATE INDEX docs_search_idx ON docs USING gin (search);
