/**
 * CREATE AGGREGATE has no pg_get_…def: the statement is put together from pg_aggregate, as pg_dump does it
 * (manual: CREATE AGGREGATE). Functions and types are written by regproc and format_type, so they are qualified.
 */
export function aggregateDefinition(proc: string): string {
  const option = (name: string, value: string) =>
    `CASE WHEN ${value} IS NOT NULL THEN '${name} = ' || ${value} END`
  const routine = (column: string) =>
    `(SELECT ${routineName('f')} FROM pg_proc f WHERE f.oid = nullif(g.${column}::oid, 0))`
  const finalModify = (column: string, kindDefault: string) =>
    `CASE g.${column} WHEN ${kindDefault} THEN NULL WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' WHEN 'w' THEN 'READ_WRITE' END`
  const kindDefault = `(CASE WHEN g.aggkind = 'n' THEN 'r' ELSE 'w' END)`
  const options = [
    option('SFUNC', routine('aggtransfn')),
    option('STYPE', 'format_type(g.aggtranstype, NULL)'),
    option('SSPACE', 'nullif(g.aggtransspace, 0)::text'),
    option('FINALFUNC', routine('aggfinalfn')),
    `CASE WHEN g.aggfinalextra THEN 'FINALFUNC_EXTRA' END`,
    option('FINALFUNC_MODIFY', finalModify('aggfinalmodify', kindDefault)),
    option('COMBINEFUNC', routine('aggcombinefn')),
    option('SERIALFUNC', routine('aggserialfn')),
    option('DESERIALFUNC', routine('aggdeserialfn')),
    option('INITCOND', 'quote_literal(g.agginitval)'),
    option('MSFUNC', routine('aggmtransfn')),
    option('MINVFUNC', routine('aggminvtransfn')),
    option('MSTYPE', `CASE WHEN g.aggmtranstype <> 0 THEN format_type(g.aggmtranstype, NULL) END`),
    option('MSSPACE', 'nullif(g.aggmtransspace, 0)::text'),
    option('MFINALFUNC', routine('aggmfinalfn')),
    `CASE WHEN g.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END`,
    option('MFINALFUNC_MODIFY', finalModify('aggmfinalmodify', kindDefault)),
    option('MINITCOND', 'quote_literal(g.aggminitval)'),
    option('SORTOP', sortOperator),
    `CASE WHEN g.aggkind = 'h' THEN 'HYPOTHETICAL' END`,
    `CASE ${proc}.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END`,
  ]
  return `
    SELECT 'CREATE AGGREGATE ' || quote_ident(n.nspname) || '.' || quote_ident(${proc}.proname) || '('
      || CASE WHEN ${proc}.pronargs = 0 AND g.aggkind = 'n' THEN '*' ELSE pg_get_function_arguments(${proc}.oid) END
      || E') (\\n    ' || array_to_string(array_remove(ARRAY[${options.join(', ')}], NULL), E',\\n    ') || E'\\n)'
    FROM pg_aggregate g, pg_namespace n WHERE g.aggfnoid = ${proc}.oid AND n.oid = ${proc}.pronamespace`
}

function routineName(proc: string): string {
  return `(SELECT quote_ident(rn.nspname) || '.' || quote_ident(${proc}.proname) FROM pg_namespace rn WHERE rn.oid = ${proc}.pronamespace)`
}

const sortOperator = `(SELECT 'OPERATOR(' || quote_ident(son.nspname) || '.' || so.oprname || ')'
  FROM pg_operator so JOIN pg_namespace son ON son.oid = so.oprnamespace WHERE so.oid = nullif(g.aggsortop, 0))`
