import { pathOf } from '../../catalog/identify.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { action } from '../action.ts'
import { alterAlone, tableOf } from '../inheritance.ts'
import { stateVerbs } from '../kinds/enabled-states.ts'
import { type Alteration, type AlterationOf, differsIn, replace } from './alteration.ts'

/** SET DEFAULT takes the place of the old one. */
export function alterDefault({ from, to, fromIndex, toIndex }: AlterationOf<'default'>): Alteration {
  const table = tableOf(to, toIndex)?.id ?? ''
  const sql = `${alterAlone(table, fromIndex, toIndex)} ALTER COLUMN ${quoteIdentifier(to.name)} SET DEFAULT ${to.attributes.expression}`
  return {
    kind: 'in-place',
    actions: [action('alter', to.id, sql, { needs: to.needs, frees: from.needs, makes: [to.id] })],
  }
}

/** Only whether it fires can be altered (ALTER TABLE … ENABLE TRIGGER, … RULE). */
export function alterTriggerOrRule({
  from,
  to,
  differences,
}: AlterationOf<'trigger'> | AlterationOf<'rule'>): Alteration {
  if (differsIn(differences, 'definition')) return replace
  if (!differsIn(differences, 'enabled')) return { kind: 'in-place', actions: [] }
  const verb = stateVerbs[to.attributes.enabled]
  const sql = `ALTER TABLE ${pathOf(to.parent ?? '')} ${verb} ${to.kind.toUpperCase()} ${quoteIdentifier(to.name)}`
  return {
    kind: 'in-place',
    actions: [action('alter', to.id, sql, { needs: to.needs, frees: from.needs, makes: [to.id] })],
    // the statement reaches all partitions, those with a state of their own as well
    pushesAside: ({ kind }) => kind === 'trigger-state',
  }
}

/** ALTER POLICY changes roles and expressions, but cannot take an expression away, nor change command or kind. */
export function alterPolicy({ from, to, differences }: AlterationOf<'policy'>): Alteration {
  const before = from.attributes
  const { roles, using, check } = to.attributes
  const loses = (before.using !== null && using === null) || (before.check !== null && check === null)
  if (loses || differsIn(differences, 'command', 'permissive')) return replace
  const clauses = [
    ...(differsIn(differences, 'roles') ? [`TO ${roles.join(', ')}`] : []),
    ...(differsIn(differences, 'using') ? [`USING (${using})`] : []),
    ...(differsIn(differences, 'check') ? [`WITH CHECK (${check})`] : []),
  ]
  if (clauses.length === 0) return { kind: 'in-place', actions: [] }
  const sql = `ALTER POLICY ${quoteIdentifier(to.name)} ON ${pathOf(to.parent ?? '')} ${clauses.join(' ')}`
  return { kind: 'in-place', actions: [action('alter', to.id, sql, { needs: to.needs, frees: from.needs })] }
}

export function alterStatistics({ to, differences }: AlterationOf<'statistics'>): Alteration {
  if (differsIn(differences, 'definition')) return replace
  if (!differsIn(differences, 'target')) return { kind: 'in-place', actions: [] }
  const sql = `ALTER STATISTICS ${pathOf(to.id)} SET STATISTICS ${to.attributes.target ?? -1}`
  return { kind: 'in-place', actions: [action('alter', to.id, sql, { needs: to.needs })] }
}

export function alterExtension({ to, differences }: AlterationOf<'extension'>): Alteration {
  if (!differsIn(differences, 'schema')) return { kind: 'in-place', actions: [] }
  const sql = `ALTER EXTENSION ${pathOf(to.id)} SET SCHEMA ${quoteIdentifier(to.attributes.schema)}`
  return { kind: 'in-place', actions: [action('alter', to.id, sql, { needs: to.needs })] }
}
