CREATE TABLE audit (id bigint PRIMARY KEY, revision_id bigint NOT NULL, revision_made_at timestamptz NOT NULL);
CREATE TABLE audit_revision (id bigint PRIMARY KEY, made_at timestamptz NOT NULL);
ALTER TABLE audit ADD FOREIGN KEY (revision_id) REFERENCES audit_revision;
CREATE TABLE audit_revision_id (not_null int NOT NULL);
