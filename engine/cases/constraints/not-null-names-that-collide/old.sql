CREATE TABLE audit_revision (id bigint PRIMARY KEY, made_at timestamptz NOT NULL);
CREATE TABLE audit (id bigint PRIMARY KEY, revision_id bigint NOT NULL REFERENCES audit_revision, revision_made_at timestamptz NOT NULL);
