/** Statements of PL/pgSQL as one anonymous block, whatever texts they carry: the delimiter is one they do not hold. */
export function doBlock(statements: string, declarations = ''): string {
  let tag = '$do$'
  for (let n = 1; statements.includes(tag); n++) tag = `$do${n}$`
  return `DO ${tag} ${declarations ? `DECLARE ${declarations} ` : ''}BEGIN\n${statements}\nEND ${tag}`
}
