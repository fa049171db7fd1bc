import { pathOf } from '../../catalog/identify.ts'
import { action } from '../action.ts'
import { createLanguage, createTransform } from '../kinds/database-wide.ts'
import { stateVerbs } from '../kinds/enabled-states.ts'
import { defaultPrivilegeStatements } from '../kinds/grants.ts'
import { type Alteration, type AlterationOf, differsIn, replace } from './alteration.ts'

/** CREATE OR REPLACE keeps the functions of a language, and those that a transform serves. */
export function alterLanguage({ from, to, differences }: AlterationOf<'language'>): Alteration {
  if (!differsIn(differences, 'trusted', 'handler', 'inline', 'validator'))
    return { kind: 'in-place', actions: [] }
  const sql = createLanguage(to, 'OR REPLACE ')
  return {
    kind: 'in-place',
    actions: [action('alter', to.id, sql, { needs: to.needs, frees: from.needs })],
  }
}

export function alterTransform({ from, to, differences }: AlterationOf<'transform'>): Alteration {
  if (!differsIn(differences, 'fromSql', 'toSql')) return { kind: 'in-place', actions: [] }
  const sql = createTransform(to, 'OR REPLACE ')
  return {
    kind: 'in-place',
    actions: [action('alter', to.id, sql, { needs: to.needs, frees: from.needs })],
  }
}

/** Only whether it fires can be altered. */
export function alterEventTrigger({ to, differences }: AlterationOf<'event-trigger'>): Alteration {
  if (differsIn(differences, 'event', 'tags', 'function')) return replace
  if (!differsIn(differences, 'enabled')) return { kind: 'in-place', actions: [] }
  const verb = stateVerbs[to.attributes.enabled]
  const sql = `ALTER EVENT TRIGGER ${pathOf(to.id)} ${verb}`
  return { kind: 'in-place', actions: [action('alter', to.id, sql, {})] }
}

export function alterDefaultPrivilege({ from, to }: AlterationOf<'default-privilege'>): Alteration {
  const statements = defaultPrivilegeStatements(from, to)
  return { kind: 'in-place', actions: statements.map((sql) => action('alter', to.id, sql, {})) }
}
