/** A constant as PostgreSQL spells it inside a definition: a text in quotes, or a bare word or number. */
export type Constant = { readonly text: string } | { readonly word: string }

/**
 * Constants between commas, as in the arguments of a trigger or the bounds of a partition: `'a', 5, MINVALUE`.
 * undefined where something else stands among them.
 */
export function readConstantList(list: string): Constant[] | undefined {
  if (list.trim() === '') return []
  const constants: Constant[] = []
  // quotes are doubled and backslashes mean themselves: simple_quote_literal, src/backend/utils/adt/ruleutils.c
  const item = /\s*(?:'((?:[^']|'')*)'|(\w[\w.+-]*))\s*(,|$)/y
  for (let end = ','; end === ','; ) {
    const match = item.exec(list)
    if (!match) return undefined
    const [, text, word = '', after = ''] = match
    constants.push(text === undefined ? { word } : { text: text.replaceAll("''", "'") })
    end = after
  }
  return item.lastIndex === list.length ? constants : undefined
}
