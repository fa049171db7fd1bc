/** The options of CREATE TYPE for a base type, in the manual's order, defaults left out. */
export function baseTypeOptions(type: string, serverVersion: number): string {
  const routine = (column: string, name: string) =>
    `CASE WHEN ${type}.${column}::oid <> 0 THEN '${name} = ' || ${type}.${column}::text END`
  const options = [
    routine('typinput', 'INPUT'),
    routine('typoutput', 'OUTPUT'),
    routine('typreceive', 'RECEIVE'),
    routine('typsend', 'SEND'),
    routine('typmodin', 'TYPMOD_IN'),
    routine('typmodout', 'TYPMOD_OUT'),
    routine('typanalyze', 'ANALYZE'),
    serverVersion >= 140000 ? routine('typsubscript', 'SUBSCRIPT') : 'NULL',
    `'INTERNALLENGTH = ' || CASE WHEN ${type}.typlen < 0 THEN 'VARIABLE' ELSE ${type}.typlen::text END`,
    `CASE WHEN ${type}.typbyval THEN 'PASSEDBYVALUE' END`,
    `'ALIGNMENT = ' || CASE ${type}.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' ELSE 'double' END`,
    `'STORAGE = ' || CASE ${type}.typstorage WHEN 'p' THEN 'plain' WHEN 'x' THEN 'extended' WHEN 'e' THEN 'external' ELSE 'main' END`,
    `CASE WHEN ${type}.typcategory <> 'U' THEN 'CATEGORY = ' || quote_literal(${type}.typcategory::text) END`,
    `CASE WHEN ${type}.typispreferred THEN 'PREFERRED = true' END`,
    `CASE WHEN ${type}.typdefault IS NOT NULL THEN 'DEFAULT = ' || quote_literal(${type}.typdefault) END`,
    `CASE WHEN ${type}.typelem <> 0 THEN 'ELEMENT = ' || format_type(${type}.typelem, NULL) END`,
    `CASE WHEN ${type}.typdelim <> ',' THEN 'DELIMITER = ' || quote_literal(${type}.typdelim::text) END`,
    `CASE WHEN ${type}.typcollation <> 0 THEN 'COLLATABLE = true' END`,
  ]
  return `SELECT to_json(array_remove(ARRAY[${options.join(', ')}], NULL))`
}
