import type {
  AccessMethodObject,
  CastObject,
  EventTriggerObject,
  ExtensionDependencyObject,
  LanguageObject,
  TransformObject,
} from '../../catalog/databasewide.ts'
import { kindOf, nameOf, pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { quoteIdentifier, quoteLiteral } from '../../sql/quote.ts'
import { enabledStates } from './enabled-states.ts'

export function createLanguage({ id, attributes }: LanguageObject, orReplace = ''): string {
  const { trusted, handler, inline, validator } = attributes
  return [
    `CREATE ${orReplace}${trusted ? 'TRUSTED ' : ''}LANGUAGE ${pathOf(id)} HANDLER ${handler}`,
    ...(inline ? [`INLINE ${inline}`] : []),
    ...(validator ? [`VALIDATOR ${validator}`] : []),
  ].join(' ')
}

export function createAccessMethod({ id, attributes: { type, handler } }: AccessMethodObject): string {
  return `CREATE ACCESS METHOD ${pathOf(id)} TYPE ${type.toUpperCase()} HANDLER ${handler}`
}

const castContexts = { explicit: '', assignment: ' AS ASSIGNMENT', implicit: ' AS IMPLICIT' } as const

export function createCast({ id, attributes }: CastObject): string {
  const { method, context } = attributes
  const how = {
    function: `WITH FUNCTION ${attributes.function}`,
    inout: 'WITH INOUT',
    binary: 'WITHOUT FUNCTION',
  }
  return `CREATE CAST ${pathOf(id)} ${how[method]}${castContexts[context]}`
}

export function createTransform(
  { id, attributes: { fromSql, toSql } }: TransformObject,
  orReplace = '',
): string {
  const directions = [
    ...(fromSql ? [`FROM SQL WITH FUNCTION ${fromSql}`] : []),
    ...(toSql ? [`TO SQL WITH FUNCTION ${toSql}`] : []),
  ]
  return `CREATE ${orReplace}TRANSFORM ${pathOf(id)} (${directions.join(', ')})`
}

export function createEventTrigger({ id, attributes }: EventTriggerObject): string[] {
  const { event, tags, enabled } = attributes
  const filter = tags.length > 0 ? ` WHEN TAG IN (${tags.map(quoteLiteral).join(', ')})` : ''
  const state = enabledStates[enabled]
  return [
    `CREATE EVENT TRIGGER ${pathOf(id)} ON ${event}${filter} EXECUTE FUNCTION ${attributes.function}()`,
    ...(state ? [`ALTER EVENT TRIGGER ${pathOf(id)} ${state}`] : []),
  ]
}

export function addExtensionDependency({ parent, facts }: ExtensionDependencyObject): string {
  return `ALTER ${ownerName(parent ?? '')} DEPENDS ON EXTENSION ${facts.extension}`
}

export function dropExtensionDependency({ parent, facts }: ExtensionDependencyObject): string {
  return `ALTER ${ownerName(parent ?? '')} NO DEPENDS ON EXTENSION ${facts.extension}`
}

function ownerName(id: ObjectId): string {
  const path = pathOf(id)
  switch (kindOf(id)) {
    case 'trigger': {
      const name = quoteIdentifier(nameOf(id))
      return `TRIGGER ${name} ON ${path.slice(0, -name.length - 1)}`
    }
    case 'function':
      return `ROUTINE ${path}` // functions and procedures alike
    default:
      return `${kindOf(id).replaceAll('-', ' ').toUpperCase()} ${path}`
  }
}
