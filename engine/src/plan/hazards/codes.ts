/** Codes of hazards, each with a rule, a page and a word in every language. */
export const hazardCodes = [
  'blocking-index-build',
  'busy-table-lock',
  'column-moves-to-the-end',
  'constraint-on-rows',
  'data-loss',
  'dropped-index-in-use',
  'enum-value-removal',
  'fill-fires-triggers',
  'foreign-key-without-index',
  'full-scan-under-lock',
  'narrowing-cast',
  'row-security-off',
  'security-definer-search-path',
  'sequence-overflow',
  'subscribers-lack-column',
  'table-rewrite',
  'unique-on-duplicates',
  'validation-in-transaction',
  'visible-rename',
  'volatile-default',
] as const
export type HazardCode = (typeof hazardCodes)[number]
