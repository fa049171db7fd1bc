import type { CatalogObject } from '../../catalog/catalog.ts'
import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { parkedSchema } from '../../catalog/parked.ts'
import { isOfType } from './kept-parts.ts'
import type { NumberedThing } from './parked-thing.ts'

/**
 * What comes back may be of a type that was made anew meanwhile: its old self is parked, and stays so. Then it comes
 * back as of that one, and is converted to the new one like any other column that gets another type.
 * @param parked in the names of now
 */
export function followTypes(
  things: readonly NumberedThing[],
  parked: readonly Pick<NumberedThing, 'object' | 'name' | 'number'>[],
): NumberedThing[] {
  const isBack = (type: ObjectId) => things.some(({ object }) => object === type)
  return things.map((thing) => {
    const types = new Set(thing.kept.flatMap(({ needs }) => needs).filter(isOfType))
    const old = [...types].flatMap((type) => {
      const own = parked.find(({ object, number }) => object === type && number >= thing.number)
      return own && !isBack(type) ? [{ type, name: `${parkedSchema}.${own.name}` }] : []
    })
    return old.reduce((each, { type, name }) => ofOldType(each, type, name), thing)
  })
}

function ofOldType(thing: NumberedThing, type: ObjectId, name: string): NumberedThing {
  // as PostgreSQL spells it: `public.mood`, `public.mood[]`, `'sad'::public.mood`
  const spelled = new RegExp(`(?<![\\w$".])${escaped(pathOf(type))}(?![\\w$".])`, 'g')
  const kept = thing.kept.map((part) => {
    if (!part.needs.includes(type)) return part
    const attributes = JSON.parse(JSON.stringify(part.attributes), (_, value: unknown) =>
      typeof value === 'string' ? value.replace(spelled, name) : value,
    )
    return { ...part, attributes, needs: part.needs.filter((need) => need !== type) } as CatalogObject
  })
  return { ...thing, kept }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
