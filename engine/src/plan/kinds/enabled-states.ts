import { pathOf } from '../../catalog/identify.ts'
import type { EnabledState, TriggerStateObject } from '../../catalog/relations.ts'
import { quoteIdentifier } from '../../sql/quote.ts'

/** What ALTER TABLE … TRIGGER, … RULE and ALTER EVENT TRIGGER call a state that is not the usual one. */
export const enabledStates = { O: null, D: 'DISABLE', R: 'ENABLE REPLICA', A: 'ENABLE ALWAYS' } as const

/** The same for any state. */
export const stateVerbs = { ...enabledStates, O: 'ENABLE' } as const

export function triggerState({ parent, name }: TriggerStateObject, state: EnabledState): string {
  return `ALTER TABLE ${pathOf(parent ?? '')} ${stateVerbs[state]} TRIGGER ${quoteIdentifier(name)}`
}
