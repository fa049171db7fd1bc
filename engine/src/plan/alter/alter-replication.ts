import { pathOf } from '../../catalog/identify.ts'
import type { SubscriptionObject } from '../../catalog/replication.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { quoteIdentifier, quoteLiteral } from '../../sql/quote.ts'
import { unknownSecret } from '../../sql/secret-marker.ts'
import { type Action, action } from '../action.ts'
import { generatedOption, publishOption, slotName, viaRootOption } from '../kinds/replication.ts'
import { type Alteration, type AlterationOf, differsIn, replace } from './alteration.ts'

export function alterPublication({ to, differences }: AlterationOf<'publication'>): Alteration {
  if (differsIn(differences, 'allTables')) return replace
  const { publish, viaRoot, generatedColumns } = to.attributes
  const options = [
    ...(differsIn(differences, 'publish') ? [publishOption(publish)] : []),
    ...(differsIn(differences, 'viaRoot') ? [viaRootOption(viaRoot)] : []),
    ...(differsIn(differences, 'generatedColumns') ? [generatedOption(generatedColumns)] : []),
  ]
  if (options.length === 0) return { kind: 'in-place', actions: [] }
  const sql = `ALTER PUBLICATION ${pathOf(to.id)} SET (${options.join(', ')})`
  return { kind: 'in-place', actions: [action('alter', to.id, sql, {})] }
}

/**
 * Nothing here connects to the publisher: new publications are not refreshed, and what PostgreSQL would change over
 * there as well is refused. A subscription is off while its slot changes.
 */
export function alterSubscription({ from, to, differences }: AlterationOf<'subscription'>): Alteration {
  const path = pathOf(to.id)
  const { connection, publications, slot, enabled } = to.attributes
  const options = optionChanges(from, to)
  const clauses = [
    ...(differsIn(differences, 'connection')
      ? [`CONNECTION ${quoteLiteral(connection ?? unknownSecret)}`]
      : []),
    ...(differsIn(differences, 'publications')
      ? [`SET PUBLICATION ${publications.map(quoteIdentifier).join(', ')} WITH (refresh = false)`]
      : []),
    ...(options.length > 0 ? [`SET (${options.join(', ')})`] : []),
    ...(differsIn(differences, 'slot') ? [`SET (slot_name = ${slotName(slot)})`] : []),
  ]
  const mustPause = from.attributes.enabled && (!enabled || differsIn(differences, 'slot'))
  const paused = `paused:${to.id}`
  const settled = `settled:${to.id}`
  const actions: Action[] = [
    ...(mustPause ? [action('alter', to.id, `ALTER SUBSCRIPTION ${path} DISABLE`, { makes: [paused] })] : []),
    ...clauses.map((clause) =>
      action('alter', to.id, `ALTER SUBSCRIPTION ${path} ${clause}`, { needs: [paused], makes: [settled] }),
    ),
    ...(enabled && (mustPause || !from.attributes.enabled)
      ? [action('alter', to.id, `ALTER SUBSCRIPTION ${path} ENABLE`, { needs: [paused, settled] })]
      : []),
  ]
  return { kind: 'in-place', actions }
}

/** What an option is when a subscription says nothing of it. */
const usual: Readonly<Record<string, string>> = {
  binary: 'false',
  disable_on_error: 'false',
  origin: 'any',
  password_required: 'true',
  run_as_owner: 'false',
  streaming: 'off',
  synchronous_commit: 'off',
}

function optionChanges(from: SubscriptionObject, to: SubscriptionObject): string[] {
  const before = from.attributes.options
  const after = to.attributes.options
  const kept = new Set(after.map(nameOf))
  const reset = before.map(nameOf).filter((name) => !kept.has(name))
  const changed = after.filter((option) => !before.includes(option))
  const onPublisher = [...reset, ...changed.map(nameOf)].filter((name) => !(name in usual))
  if (onPublisher.length > 0)
    throw new TrueupError('PLAN-SUBSCRIPTION-CONNECTS', {
      subscription: to.name,
      options: onPublisher.join(', '),
    })
  return [...reset.map((name) => `${name} = ${usual[name]}`), ...changed]
}

function nameOf(option: string): string {
  return option.slice(0, option.indexOf(' ='))
}
