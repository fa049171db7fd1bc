/** Object kinds, as a line about one of them begins. */
export const kinds = {
  aggregate: () => 'aggregate',
  attribute: () => 'attribute',
  'base-type': () => 'type',
  column: () => 'column',
  composite: () => 'type',
  constraint: () => 'constraint',
  default: () => 'default of',
  domain: () => 'domain',
  'domain-constraint': () => 'constraint of domain',
  enum: () => 'enum',
  'enum-value': () => 'value',
  'event-trigger': () => 'event trigger',
  extension: () => 'extension',
  'foreign-table': () => 'foreign table',
  function: () => 'function',
  index: () => 'index',
  'materialized-view': () => 'materialized view',
  policy: () => 'policy',
  range: () => 'range type',
  rule: () => 'rule',
  schema: () => 'schema',
  sequence: () => 'sequence',
  statistics: () => 'statistics',
  table: () => 'table',
  trigger: () => 'trigger',
  view: () => 'view',
}

export const attributes = {
  collation: () => 'collation',
  comment: () => 'comment',
  definition: () => 'definition',
  enabled: () => 'state',
  expression: () => 'expression',
  generated: () => 'generation',
  identity: () => 'identity',
  labels: () => 'values',
  notNull: () => 'NOT NULL',
  notNullName: () => 'name of NOT NULL',
  options: () => 'options',
  ownedBy: () => 'owner',
  partitionBound: () => 'partition bound',
  partitionKey: () => 'partition key',
  partitionOf: () => 'partitioned table',
  persistence: () => 'persistence',
  rowSecurity: () => 'row level security',
  storage: () => 'storage',
  type: () => 'type',
  validated: () => 'validated',
}

export const difference = {
  missing: (p: { what: string }) => `${p.what}: missing`,
  unknown: (p: { what: string }) => `${p.what}: not in the models`,
  altered: (p: { what: string; attribute: string; actual: string; wanted: string }) =>
    `${p.what}: ${p.attribute} is ${p.actual}, the models say ${p.wanted}`,
  none: () => 'none',
  yes: () => 'yes',
  no: () => 'no',
}

export const tableHeads = {
  name: () => 'table',
  label: () => 'label',
  columns: () => 'columns',
  indexes: () => 'indexes',
  foreignKeys: () => 'foreign keys',
  partitions: () => 'partitions',
  state: () => 'state',
}

export const tableStates = {
  created: () => 'created',
  equal: () => 'as modelled',
  differs: () => 'differs',
  missing: () => 'missing',
  unknown: () => 'not in the models',
}

export const place = {
  server: (p: { database: string; host: string; port: string; user: string }) =>
    `database "${p.database}" on ${p.host}:${p.port} as "${p.user}"`,
  folder: (p: { folder: string }) => `embedded database in ${p.folder}`,
  memory: () => 'embedded database in memory',
}
