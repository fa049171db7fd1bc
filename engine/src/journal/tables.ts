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
    // it has no key, and a publication of all tables must not stand in the way of its updates
    'ALTER TABLE trueup.journal REPLICA IDENTITY FULL',
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
  [
    // `kept`: the objects as they are while they are parked, JSON in gzip; `number` makes names differ (parkedName)
    `CREATE TABLE trueup.parked (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      run bigint NOT NULL,
      object text NOT NULL,
      name text NOT NULL,
      number bigint NOT NULL,
      kept bytea NOT NULL,
      lifted jsonb NOT NULL,
      state text NOT NULL CHECK (state IN ('parked', 'returned', 'purged')),
      parked timestamptz NOT NULL,
      ended timestamptz,
      ended_by bigint)`,
    // `undoes`: what a run took back; `renames`: names that it changed, as they were before it
    'ALTER TABLE trueup.runs ADD COLUMN undoes bigint[], ADD COLUMN renames jsonb',
  ],
  // which database this is, and for which environment it was last changed (identity.ts)
  [
    `ALTER TABLE trueup.journal ADD COLUMN identity varchar(40), ADD COLUMN environment varchar(32),
      ADD COLUMN environment_since timestamptz`,
  ],
]

export const currentFormat = formats.length

/** The first that knows what is parked, and of renames. */
export const formatWithParking = 2
