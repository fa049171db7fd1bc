/** SQL: the name of a routine with its schema, without parameters; NULL for the oid 0. */
export function routineName(oid: string): string {
  return `(SELECT quote_ident(rn.nspname) || '.' || quote_ident(rp.proname)
    FROM pg_proc rp JOIN pg_namespace rn ON rn.oid = rp.pronamespace WHERE rp.oid = ${oid}::oid)`
}

/** SQL: the same with its parameter types, as COMMENT and CREATE CAST want it. */
export function routineSignature(oid: string): string {
  return `(SELECT quote_ident(rn.nspname) || '.' || quote_ident(rp.proname) || '(' || oidvectortypes(rp.proargtypes) || ')'
    FROM pg_proc rp JOIN pg_namespace rn ON rn.oid = rp.pronamespace WHERE rp.oid = ${oid}::oid)`
}
