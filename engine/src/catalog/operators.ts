import type { CatalogObjectOf } from './object.ts'

/** Its path is `name(left, right)`, with NONE for the left type of a prefix operator. */
export type OperatorObject = CatalogObjectOf<
  'operator',
  {
    readonly function: string
    /** `OPERATOR(schema.name)`; their types follow from this operator's own. */
    readonly commutator: string | null
    readonly negator: string | null
    readonly restrict: string | null
    readonly join: string | null
    readonly hashes: boolean
    readonly merges: boolean
  },
  { readonly left: string | null; readonly right: string }
>

/** Its path is `name USING method`, as that of classes. */
export type OperatorFamilyObject = CatalogObjectOf<'operator-family', Readonly<Record<never, never>>>

/** A member that belongs to no class but to the family itself; its path ends in `OPERATOR 1 (left, right)`. */
export type OperatorFamilyMemberObject = CatalogObjectOf<
  'operator-family-member',
  /** What follows ADD. */
  { readonly definition: string },
  /** What follows DROP. */
  { readonly slot: string }
>

export type OperatorClassObject = CatalogObjectOf<
  'operator-class',
  {
    readonly isDefault: boolean
    readonly type: string
    readonly family: string
    readonly storage: string | null
    /** `OPERATOR 1 …` and `FUNCTION 1 …`, in the order of their numbers. */
    readonly members: readonly string[]
  }
>
