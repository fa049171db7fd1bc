import { unreachable } from '../../assert/unreachable.ts'
import type { ObjectKind, ObjectOf } from '../../catalog/catalog.ts'
import {
  addExtensionDependency,
  createAccessMethod,
  createCast,
  createEventTrigger,
  createLanguage,
  createTransform,
} from './database-wide.ts'
import { triggerState } from './enabled-states.ts'
import { createServer, createUserMapping, createWrapper } from './foreign-data.ts'
import { defaultPrivilegeStatements } from './grants.ts'
import { addFamilyMember, createOperator, createOperatorClass, createOperatorFamily } from './operators.ts'
import {
  addPublishedSchema,
  addPublishedTable,
  createPublication,
  createSubscription,
} from './replication.ts'
import {
  createCollation,
  createConfiguration,
  createConversion,
  createDictionary,
  createParser,
  createTemplate,
} from './text.ts'

/** Kinds that most databases have none of. */
export type RareKind = Extract<
  ObjectKind,
  | 'access-method'
  | 'cast'
  | 'collation'
  | 'conversion'
  | 'default-privilege'
  | 'event-trigger'
  | 'extension-dependency'
  | 'foreign-data-wrapper'
  | 'language'
  | `operator${string}`
  | `publication${string}`
  | 'server'
  | 'subscription'
  | `text-search-${string}`
  | 'transform'
  | 'trigger-state'
  | 'user-mapping'
>

export function createRareObject(object: ObjectOf<RareKind>): string[] {
  switch (object.kind) {
    case 'access-method':
      return [createAccessMethod(object)]
    case 'cast':
      return [createCast(object)]
    case 'collation':
      return [createCollation(object)]
    case 'conversion':
      return [createConversion(object)]
    case 'default-privilege':
      return defaultPrivilegeStatements(undefined, object)
    case 'event-trigger':
      return createEventTrigger(object)
    case 'extension-dependency':
      return [addExtensionDependency(object)]
    case 'foreign-data-wrapper':
      return [createWrapper(object)]
    case 'language':
      return [createLanguage(object)]
    case 'operator':
      return [createOperator(object)]
    case 'operator-family':
      return [createOperatorFamily(object)]
    case 'operator-family-member':
      return [addFamilyMember(object)]
    case 'operator-class':
      return [createOperatorClass(object)]
    case 'publication':
      return [createPublication(object)]
    case 'publication-schema':
      return [addPublishedSchema(object)]
    case 'publication-table':
      return [addPublishedTable(object)]
    case 'server':
      return [createServer(object)]
    case 'subscription':
      return createSubscription(object)
    case 'text-search-configuration':
      return createConfiguration(object)
    case 'text-search-dictionary':
      return [createDictionary(object)]
    case 'text-search-parser':
      return [createParser(object)]
    case 'text-search-template':
      return [createTemplate(object)]
    case 'transform':
      return [createTransform(object)]
    case 'trigger-state':
      return [triggerState(object, object.attributes.enabled)]
    case 'user-mapping':
      return [createUserMapping(object)]
    default:
      return unreachable(object)
  }
}
