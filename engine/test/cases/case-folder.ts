import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Decision, parseDecision } from '../../src/decide/decision.ts'

/** A case of the corpus: two schemas, rows for each, and what is special about it. */
export interface Case {
  /** `<area>/<case>` */
  readonly name: string
  readonly folder: string
  readonly sides: Readonly<Record<Side, Schema>>
  readonly settings: CaseSettings
}

export type Side = 'old' | 'new'

export interface Schema {
  readonly sql: string
  readonly seed: string
  /** Decisions for leaving this side; drops are always accepted. */
  readonly decisions: readonly Decision[]
}

export interface CaseSettings {
  readonly minMajor?: number
  readonly maxMajor?: number
  /** Why it cannot run on PGlite. */
  readonly notEmbedded?: string
  /** Every table counts as busy, so the plan takes the online way. */
  readonly online?: boolean
  /** Whether owners and grants count. */
  readonly grants?: boolean
  /** Ids of objects of which the models say nothing, nor of their parts: they must be there afterwards as they were. */
  readonly unmentioned?: readonly string[]
  /** Tables or columns, by path, whose values change on purpose (a narrowing cast, a value that goes). */
  readonly valuesChange?: readonly string[]
  /** Columns, by path, whose values a plan computes anew: taken back, it does not bring the old ones. */
  readonly undoLoses?: readonly string[]
  /** What an undo must ask about, by path, because it would destroy it: the rows of this case come back all the same. */
  readonly undoAsks?: readonly string[]
  /** Why pg_dump tells a difference that no statement can take away. */
  readonly dumpDiffers?: { readonly forward?: string; readonly backward?: string }
  readonly decisions?: { readonly forward?: readonly string[]; readonly backward?: readonly string[] }
}

const root = join(import.meta.dirname, '..', '..', 'cases')

export function readCases(): Case[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'new.sql')
    .map((entry) => readCase(entry.parentPath))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function readCase(folder: string): Case {
  const read = (file: string) =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : ''
  const settings = JSON.parse(read('case.json') || '{}') as CaseSettings
  const drops: Decision = { kind: 'drops' }
  const decisions = (texts: readonly string[] = []) => [drops, ...texts.map(parseDecision)]
  return {
    name: relative(root, folder),
    folder,
    settings,
    sides: {
      old: {
        sql: read('old.sql'),
        seed: read('seed.sql'),
        decisions: decisions(settings.decisions?.forward),
      },
      new: {
        sql: read('new.sql'),
        seed: read('seed.new.sql'),
        decisions: decisions(settings.decisions?.backward),
      },
    },
  }
}
