/**
 * Names of a database as names of TypeScript: `created_at` → `createdAt`, `Full Name` → `fullName`. Letters of any
 * script stay; what no name can hold separates words.
 */
export function camelCase(name: string): string {
  const words = name.split(/[^\p{Letter}\p{Mark}\p{Number}]+/u).filter((word) => word !== '')
  const joined = words.map((word, i) => (i === 0 ? decapitalised(word) : capitalised(plain(word)))).join('')
  return /^\p{ID_Start}/u.test(joined) || joined === '' ? joined : `_${joined}`
}

export function capitalised(word: string): string {
  const [first = ''] = word
  return first.toUpperCase() + word.slice(first.length)
}

/** `URL` → `url`, `Users` → `users`, `fullName` stays. */
function decapitalised(word: string): string {
  const whole = plain(word)
  const [first = ''] = whole
  return first.toLowerCase() + whole.slice(first.length)
}

/** Words in capitals throughout are spelled like others. */
function plain(word: string): string {
  return word.length > 1 && word === word.toUpperCase() ? word.toLowerCase() : word
}

/** Gives out names that nobody has yet. */
export interface NameBook {
  /** The first of `wishes` that is free, or the last with a number behind it. */
  take(...wishes: readonly string[]): string
}

export function nameBook(reserved: Iterable<string>): NameBook {
  const taken = new Set(reserved)
  const take = (name: string) => {
    taken.add(name)
    return name
  }
  return {
    take(...wishes) {
      const free = wishes.find((wish) => wish !== '' && !taken.has(wish))
      if (free !== undefined) return take(free)
      for (let number = 2; ; number++) {
        const numbered = `${wishes.at(-1)}${number}`
        if (!taken.has(numbered)) return take(numbered)
      }
    },
  }
}

/** Words that cannot name a constant (ECMAScript, "Keywords and Reserved Words"), and globals that pulled code uses. */
export const reservedIdentifiers: readonly string[] = [
  ...'arguments as async await break case catch class const continue debugger default delete do else enum eval export'.split(
    ' ',
  ),
  ...'extends false finally for from function get if implements import in instanceof interface let new null of'.split(
    ' ',
  ),
  ...'package private protected public return set static super switch this throw true try type typeof undefined'.split(
    ' ',
  ),
  ...'using var void while with yield Date Infinity NaN Uint8Array'.split(' '),
]

/** Keys that a Drizzle table or view has of its own. */
export const reservedKeys: readonly string[] = [
  '_',
  '__proto__',
  'constructor',
  'enableRLS',
  'getSQL',
  'hasOwnProperty',
  'shouldOmitSQLParens',
  'toString',
  'valueOf',
]
