const listOf = (names: readonly string[]) =>
  names.length === 0 ? 'none' : names.map((name) => `"${name}"`).join(', ')

/** What can be wrong with models; `origin` is the name under which the module exports the thing in question. */
export const modelErrors = {
  'MODELS-EMPTY': {
    message: () => 'models module exports no tables',
    hint: () =>
      'Export the tables by name (`export const users = pgTable(…)`); tables inside another object are not seen.',
  },
  'MODELS-NAME-EMPTY': {
    message: (p: { origin: string; kind: string }) => `name of a ${p.kind} in "${p.origin}" is empty`,
    hint: () => 'Give it a name of 1 to 63 bytes.',
  },
  'MODELS-NAME-TOO-LONG': {
    message: (p: { origin: string; kind: string; name: string; bytes: number }) =>
      `name "${p.name}" of a ${p.kind} in "${p.origin}" is ${p.bytes} bytes long, and PostgreSQL keeps 63`,
    hint: () =>
      'Give it a shorter name in the model. PostgreSQL would cut the name without an error, and two names could become one.',
  },
  'MODELS-NAME-TAKEN': {
    message: (p: { origin: string; kind: string; name: string; other: string; otherKind: string }) =>
      `${p.kind} "${p.name}" in "${p.origin}" has the name of the ${p.otherKind} in "${p.other}"`,
    hint: () =>
      'Rename one of the two. Within a schema, tables, views, sequences and indexes (also those of primary keys and uniques) share their names.',
  },
  'MODELS-TABLE-NOT-EXPORTED': {
    message: (p: { origin: string; table: string }) =>
      `"${p.origin}" refers to table "${p.table}", which the models do not export`,
    hint: (p: { origin: string; table: string }) =>
      `Export the model of "${p.table}" from the same module, so that the table is created, too.`,
  },
  'MODELS-TYPE-NOT-EXPORTED': {
    message: (p: { origin: string; column: string; type: string }) =>
      `column "${p.column}" of "${p.origin}" has the enum type "${p.type}", which the models do not export`,
    hint: () => 'Export the `pgEnum` from the same module, so that the type is created, too.',
  },
  'MODELS-EXTENDED-TWICE': {
    message: (p: { origin: string; other: string; table: string }) =>
      `table "${p.table}" is extended by "${p.other}" and by "${p.origin}"`,
    hint: () => 'Put both into one call of `extend`.',
  },
  'MODELS-UNKNOWN-COLUMN': {
    message: (p: { origin: string; column: string; known: readonly string[] }) =>
      `"${p.origin}" speaks of column "${p.column}", which the table does not have`,
    detail: (p: { origin: string; column: string; known: readonly string[] }) =>
      `Its columns: ${listOf(p.known)}.`,
    hint: () => 'Use the key of the column in the model, not its name in the database.',
  },
  'MODELS-UNKNOWN-CONSTRAINT': {
    message: (p: { origin: string; constraint: string; known: readonly string[] }) =>
      `"${p.origin}" speaks of constraint "${p.constraint}", which the table does not have`,
    detail: (p: { origin: string; constraint: string; known: readonly string[] }) =>
      `Its constraints: ${listOf(p.known)}.`,
    hint: () => 'Correct the name, or add the constraint to the table.',
  },
  'MODELS-UNKNOWN-INDEX': {
    message: (p: { origin: string; index: string; known: readonly string[] }) =>
      `"${p.origin}" speaks of index "${p.index}", which the table does not have`,
    detail: (p: { origin: string; index: string; known: readonly string[] }) =>
      `Its indexes: ${listOf(p.known)}.`,
    hint: () => 'Correct the name, or add the index to the table.',
  },
  'MODELS-EXTRA-INAPPLICABLE': {
    message: (p: {
      origin: string
      constraint: string
      kind: string
      extra: string
      allowed: readonly string[]
    }) =>
      `"${p.origin}" gives "${p.extra}" to the ${p.kind} constraint "${p.constraint}", which cannot have it`,
    hint: (p: {
      origin: string
      constraint: string
      kind: string
      extra: string
      allowed: readonly string[]
    }) => `A ${p.kind} constraint takes ${listOf(p.allowed)}.`,
  },
  'MODELS-OTHER-DIALECT': {
    message: (p: { origin: string }) => `"${p.origin}" is a table of another database than PostgreSQL`,
    hint: () => 'Define it by `pgTable` from "drizzle-orm/pg-core".',
  },
  'MODELS-PLACEHOLDER': {
    message: (p: { origin: string }) =>
      `SQL of "${p.origin}" has a placeholder, and a stored definition takes no parameters`,
    hint: () => 'Write the value itself in place of `sql.placeholder(…)`.',
  },
  'MODELS-DEFINITION-FAILED': {
    message: (p: { origin: string; problem: string }) => `definition of "${p.origin}" fails: ${p.problem}`,
    hint: () =>
      'Correct the model. A name that is undefined often comes from modules that import each other in a circle.',
  },
  'MODELS-VALUE-UNWRITABLE': {
    message: (p: { origin: string; problem: string }) =>
      `value in "${p.origin}" cannot be written as SQL: ${p.problem}`,
    hint: () => 'Write the value as an SQL expression: sql`…`.',
  },
  'MODELS-JSON-DEFAULT-AMBIGUOUS': {
    message: (p: { origin: string; column: string; value: string }) =>
      `default of JSON column "${p.column}" of "${p.origin}" is a text that is JSON itself`,
    detail: (p: { origin: string; column: string; value: string }) =>
      `It could mean the JSON value ${p.value} or a JSON string that contains it.`,
    hint: () =>
      "For the JSON value, give the object, array or number instead of its text; for a JSON string, write sql`to_jsonb('…'::text)`.",
  },
  'MODELS-INDEX-WITHOUT-NAME': {
    message: (p: { origin: string; table: string }) =>
      `index over an expression on table "${p.table}" of "${p.origin}" has no name`,
    hint: () => "Name it: `index('users_email_ix')`.",
  },
  'MODELS-MONTHLY-COLUMN': {
    message: (p: { origin: string; column: string; type: string }) =>
      `"${p.origin}" makes monthly partitions by column "${p.column}" of type ${p.type}`,
    hint: () => 'Months need a column of type timestamptz, timestamp or date.',
  },
  'MODELS-POLICY-WITHOUT-TABLE': {
    message: (p: { origin: string; policy: string }) =>
      `policy "${p.policy}" of "${p.origin}" belongs to no table`,
    hint: () =>
      "Put it into the table's third argument, or link it: `pgPolicy(…).link(table)`. As it is, it protects nothing.",
  },
  'MODELS-SEQUENCE-OPTION': {
    message: (p: { origin: string; option: string; value: string }) =>
      `option "${p.option}" of a sequence in "${p.origin}" is "${p.value}" and not a whole number`,
    hint: () => 'Write whole numbers; above 2^53 as a text: `maxValue: "9223372036854775807"`.',
  },
}
