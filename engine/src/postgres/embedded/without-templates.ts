/**
 * A tar file of a new PostgreSQL without its template databases, which are half of it and are read by CREATE DATABASE
 * alone. Theirs are the oids 1 and 4 (pg_database.dat, PostgreSQL 15 and later).
 */
export function withoutTemplates(tar: Buffer): Buffer {
  const kept: Buffer[] = []
  for (let at = 0; at < tar.length; ) {
    const name = tar.toString('latin1', at, at + 100).replace(/\0.*$/s, '')
    if (name === '') {
      kept.push(tar.subarray(at)) // the end of the file
      break
    }
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0
    const next = at + block + Math.ceil(size / block) * block
    if (!/(?:^|\/)base\/[14]\/./.test(name)) kept.push(tar.subarray(at, next))
    at = next
  }
  return Buffer.concat(kept)
}

/** Bytes of a header, and what contents are filled up to (POSIX pax, ustar format). */
const block = 512
