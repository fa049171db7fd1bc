import type { CatalogObject } from '../../catalog/catalog.ts'
import { nameOf, pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { createDomain } from '../create-domain.ts'
import { commentStatements } from '../kinds/comments.ts'
import { createStatements } from '../kinds/create.ts'
import type { Alteration, AlterationOf } from './alteration.ts'

type TypeAlteration =
  | AlterationOf<'enum'>
  | AlterationOf<'domain'>
  | AlterationOf<'composite'>
  | AlterationOf<'range'>

/**
 * Makes a type anew under its own name: the old one is renamed aside, columns and types made of it move over
 * (consequences.ts), and the old one goes. Views, functions, checks and defaults that speak of it are made again after.
 */
export function rebuildType({ from, to, fromIndex, toIndex }: TypeAlteration): Alteration {
  const aside = asideId(to.id)
  const kind = from.kind === 'domain' ? 'DOMAIN' : 'TYPE'
  const parts = fromIndex.partsOf(from.id).map(({ id }) => id)
  const [first, ...rest] = newType(to, toIndex)
  const constraints = toIndex
    .partsOfKind(to.id, 'domain-constraint')
    .filter(({ id }) => !first.makes.includes(id))
  const staying = fromIndex
    .dependentsOf(from.id)
    .filter((object) => movesOver(object) && toIndex.has(object.id))
  const actions: Action[] = [
    action(
      'alter',
      to.id,
      `ALTER ${kind} ${pathOf(from.id)} RENAME TO ${quoteIdentifier(asideName(from.name))}`,
      {
        removes: [from.id, ...parts],
        makes: [aside],
      },
    ),
    ...asideRange(from),
    { ...first, needs: [aside, `aside-names:${to.id}`, ...first.needs] },
    ...rest,
    ...commentStatements(to).map((sql) => action('alter', to.id, sql, { needs: [to.id] })),
    ...constraints.map((constraint) =>
      action('create', constraint.id, createStatements(constraint)[0] ?? '', {
        needs: constraint.needs,
        makes: [constraint.id],
      }),
    ),
    ...toIndex
      .partsOfKind(to.id, 'domain-constraint')
      .flatMap((constraint) =>
        commentStatements(constraint).map((sql) =>
          action('comment', constraint.id, sql, { needs: [constraint.id] }),
        ),
      ),
    action('drop', to.id, `DROP ${kind} ${quoteQualified(from.schema ?? '', asideName(from.name))}`, {
      needs: [to.id, ...staying.map(({ id }) => id)],
      removes: [oldId(to.id)],
      frees: [from, ...fromIndex.partsOf(from.id)]
        .flatMap(({ needs }) => needs)
        .filter((id) => id !== from.id),
    }),
  ]
  return {
    kind: 'in-place',
    actions,
    isRebuilding: true,
    pushesAside: (dependent) => !movesOver(dependent) && dependent.parent !== from.id,
  }
}

function newType(to: TypeAlteration['to'], toIndex: CatalogIndex): [first: Action, ...rest: Action[]] {
  if (to.kind === 'domain') return [createDomain(to, toIndex, () => true)]
  const [create = '', ...rest] = createStatements(to)
  return [
    action('create', to.id, create, { needs: to.needs, makes: [to.id] }),
    ...rest.map((sql) => action('alter', to.id, sql, { needs: [to.id] })),
  ]
}

/** Stands for the old one until it goes. */
export function oldId(type: ObjectId): string {
  return `old:${type}`
}

function asideId(type: ObjectId): string {
  return `aside:${type}`
}

/** Kinds that hold rows, or types of rows: they stay and move over. */
function movesOver({ kind }: CatalogObject): boolean {
  return ['column', 'table', 'foreign-table', 'domain', 'composite', 'range'].includes(kind)
}

/** The type of sets of ranges, and the functions that make either, have names of their own in the way. */
function asideRange(from: CatalogObject): Action[] {
  if (from.kind !== 'range') return []
  const { subtype, multirange } = from.attributes
  const renamed = (kind: string, path: string, parameters: string) =>
    `ALTER ${kind} ${path}${parameters} RENAME TO ${quoteIdentifier(asideName(nameOf(path)))}`
  const path = pathOf(from.id)
  return [
    renamed('TYPE', multirange, ''),
    renamed('FUNCTION', path, `(${subtype}, ${subtype})`),
    renamed('FUNCTION', path, `(${subtype}, ${subtype}, text)`),
    renamed('FUNCTION', multirange, '()'),
  ].map((sql) =>
    action('alter', from.id, sql, { needs: [asideId(from.id)], makes: [`aside-names:${from.id}`] }),
  )
}

/** What the old one is called until it goes. */
export function asideName(name: string): string {
  return `${name.slice(0, 40)}__old`
}
