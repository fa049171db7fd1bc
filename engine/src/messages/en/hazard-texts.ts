import { amount, rows, several } from './amounts.ts'

/** What a hazard is about; `count` counts what its words speak of. */
export interface Facts {
  readonly what: string
  readonly count: number | undefined
}

/** One line per hazard, beside the step. Their pages are in explain. */
export const hazards = {
  'blocking-index-build': (p: Facts) =>
    `nobody can write to ${p.what} while the index is built over ${about(p)}`,
  'busy-table-lock': (p: Facts) =>
    `${p.what} is in use${p.count ? ` (${several(p.count, 'scan')} a second)` : ''}: the lock and its users wait for each other`,
  'column-moves-to-the-end': (p: Facts) =>
    `${p.what} stands behind all others from now on: an INSERT without a list of columns means others`,
  'constraint-on-rows': (p: Facts) =>
    `a row that is written before this runs may not fulfil ${p.what}; those of now are tried first`,
  'data-loss': (p: Facts) => `${p.what} goes with all it holds`,
  'dropped-index-in-use': (p: Facts) =>
    `queries use ${p.what} (${several(p.count ?? 0, 'scan')} so far); without it they read the whole table`,
  'enum-value-removal': (p: Facts) =>
    `${several(p.count ?? 0, 'value')} of ${p.what} ${p.count === 1 ? 'goes' : 'go'}: the type and every column of it are made anew`,
  'fill-fires-triggers': (p: Facts) =>
    `${about(p)} are filled by UPDATE, which fires ${p.what} for each of them`,
  'foreign-key-without-index': (p: Facts) =>
    `no index begins with the columns of ${p.what}: deleting a referenced row reads ${about(p)}`,
  'full-scan-under-lock': (p: Facts) => `${about(p)} of ${p.what} are read while nobody can write`,
  'narrowing-cast': (p: Facts) =>
    `the new type of ${p.what} takes less than the old one; the values of now are tried first`,
  'row-security-off': (p: Facts) =>
    `policies of ${p.what} no longer hide rows from anybody they hid them from`,
  'security-definer-search-path': (p: Facts) =>
    `${p.what} runs with its owner's rights and without a search_path of its own: its caller decides which objects its names mean`,
  'sequence-overflow': (p: Facts) => `${p.what} has used up ${p.count} % of its numbers`,
  'subscribers-lack-column': (p: Facts) =>
    `${p.what} is published: replication stops where a subscriber does not have the new column yet`,
  'table-rewrite': (p: Facts) => `${p.what} is written anew, ${about(p)}, and nobody can read it meanwhile`,
  'unique-on-duplicates': (p: Facts) =>
    `two equal rows among ${about(p)}, now or until then, make ${p.what} fail`,
  'validation-in-transaction': (p: Facts) =>
    `${p.what} is validated in the transaction that still holds a stronger lock: ${about(p)} are read while others wait`,
  'visible-rename': (p: Facts) => `applications that are running ask for ${p.what} and fail from now on`,
  'volatile-default': (p: Facts) =>
    `the default of ${p.what} differs from row to row: ${about(p)} are written`,
}

function about({ count }: Facts): string {
  return count === undefined ? 'its rows' : count < 1000 ? rows(count) : `${amount(count, false)} rows`
}
