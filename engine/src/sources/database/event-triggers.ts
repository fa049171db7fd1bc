import { plainReader } from './plain-reader.ts'
import { routineName } from './routine-name.ts'

export const eventTriggers = plainReader({
  name: 'event triggers',
  kind: 'event-trigger',
  catalog: 'eventTrigger',
  table: 'pg_event_trigger',
  columns: { name: 'o.evtname', owner: 'evtowner' },
  attributes: () => ({
    event: 'o.evtevent',
    tags: `coalesce(to_json(o.evttags), '[]')`,
    function: routineName('o.evtfoid'),
    enabled: 'o.evtenabled',
  }),
})
