/**
 * The journal's tables as the formats that there have been, oldest first: each entry leads from the format before it
 * to its own. Entries are never edited once released; a new format is a new entry. No foreign keys, comments, triggers
 * or views: nothing in schema `trueup` may be seen by a fingerprint (docs/formats.md).
 */
export const formats: readonly (readonly string[])[] = [
  [
    'CREATE SCHEMA IF NOT EXISTS trueup',
    // one row: the format, and the lease that stands for the run lock where sessions are shared (run-lock/lease.ts);
    // its texts are limited so that it needs no TOAST table: all this is made within the first run
    `CREATE TABLE trueup.journal (
      format int NOT NULL,
      tool_version varchar(32) NOT NULL,
      lease_number bigint NOT NULL DEFAULT 0,
      lease_token uuid,
      lease_expires timestamptz,
      lease_since timestamptz,
      lease_role varchar(63),
      lease_os_user varchar(64),
      lease_os_host varchar(255))`,
    `CREATE TABLE trueup.runs (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      token uuid NOT NULL,
      command text NOT NULL,
      state text NOT NULL CHECK (state IN ('pending', 'running', 'done', 'in doubt', 'failed', 'undone')),
      environment text NOT NULL,
      tool_version text NOT NULL,
      role text NOT NULL,
      os_user text NOT NULL,
      os_host text NOT NULL,
      application text NOT NULL,
      started timestamptz NOT NULL,
      finished timestamptz,
      problem text,
      paused boolean NOT NULL DEFAULT false,
      speed int NOT NULL DEFAULT 100 CHECK (speed BETWEEN 1 AND 100),
      fingerprint_before text NOT NULL,
      fingerprint_after text,
      plan jsonb NOT NULL,
      catalog_before bytea,
      catalog_after bytea)`,
    `CREATE TABLE trueup.steps (
      run bigint NOT NULL,
      step int NOT NULL,
      kind text NOT NULL,
      target text NOT NULL,
      transaction text NOT NULL,
      state text NOT NULL CHECK (state IN ('pending', 'running', 'done', 'in doubt', 'failed', 'undone')),
      attempts int NOT NULL DEFAULT 0,
      started timestamptz,
      finished timestamptz,
      done bigint,
      total bigint,
      unit text,
      problem text,
      PRIMARY KEY (run, step))`,
    `INSERT INTO trueup.journal (format, tool_version) VALUES (0, '')`,
  ],
]

export const currentFormat = formats.length
