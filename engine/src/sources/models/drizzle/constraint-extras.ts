import { TrueupError } from '../../../errors/trueup-error.ts'
import type { ConstraintExtras } from '../../../models/extend.ts'
import type { ConstraintModel } from '../model.ts'

/** Exclusions are said by the companion itself, so it has nothing to add to them. */
export type ConstraintKind = Exclude<ConstraintModel['kind'], 'exclusion'> | 'foreign-key'

/** Gives out what a companion says about the constraints of a table, and notices what it says in vain. */
export interface ExtrasOfConstraints {
  of(name: string, kind: ConstraintKind): ConstraintExtras
  /** Fails with MODELS-UNKNOWN-CONSTRAINT when the companion names a constraint that nobody asked about. */
  refuseUnknown(): void
}

const applicable = {
  'primary-key': ['deferrable', 'include'],
  unique: ['deferrable', 'include'],
  check: ['notValid', 'noInherit'],
  'foreign-key': ['deferrable', 'notValid', 'match'],
} as const satisfies Record<ConstraintKind, readonly (keyof ConstraintExtras)[]>

export function constraintExtras(
  extras: Readonly<Record<string, ConstraintExtras>>,
  origin: string,
): ExtrasOfConstraints {
  const known: string[] = []
  return {
    of(name, kind) {
      known.push(name)
      const found = Object.hasOwn(extras, name) ? extras[name] : undefined
      if (found !== undefined) refuseInapplicable(name, found, kind, origin)
      return found ?? {}
    },
    refuseUnknown() {
      const unknown = Object.keys(extras).find((name) => !known.includes(name))
      if (unknown !== undefined)
        throw new TrueupError('MODELS-UNKNOWN-CONSTRAINT', { origin, constraint: unknown, known })
    },
  }
}

function refuseInapplicable(
  name: string,
  extras: ConstraintExtras,
  kind: ConstraintKind,
  origin: string,
): void {
  const allowed: readonly string[] = ['comment', ...applicable[kind]]
  const extra = Object.keys(extras).find((key) => !allowed.includes(key))
  if (extra !== undefined)
    throw new TrueupError('MODELS-EXTRA-INAPPLICABLE', { origin, constraint: name, kind, extra, allowed })
}
