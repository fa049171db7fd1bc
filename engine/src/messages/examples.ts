import type { Messages } from './catalogue.ts'

/** A file that brings an error about, or a line typed at a terminal; a test runs each and expects the error. */
export interface Example {
  readonly file: 'models.ts' | 'schema.sql' | '.env' | 'terminal'
  readonly text: string
}

const importing = (names: string, from: string) => `import { ${names} } from '${from}'`
const core = (names: string) => importing(names, 'drizzle-orm/pg-core')

export const examples: { readonly [Code in keyof Messages['errors']]?: Example } = {
  'DECISION-FORM': terminal("trueup plan --accept 'remove users.age'"),
  'EXPLAIN-UNKNOWN': terminal('trueup explain CONECT-REFUSED'),
  'MODELS-EMPTY': {
    file: 'models.ts',
    text: `${core('integer, pgTable')}\n\nexport const tables = { users: pgTable('users', { id: integer('id') }) }`,
  },
  'MODELS-EXTENDED-TWICE': {
    file: 'models.ts',
    text: `${core('integer, pgTable')}
${importing('extend', 'trueup/models')}

export const users = pgTable('users', { id: integer('id') })
export const usersExtras = extend(users, { comment: 'people' })
export const moreUsers = extend(users, { unlogged: true })`,
  },
  'MODELS-INDEX-WITHOUT-NAME': {
    file: 'models.ts',
    text: `${importing('sql', 'drizzle-orm')}
${core('index, pgTable, text')}

export const users = pgTable('users', { email: text('email') }, (t) => [index().on(sql\`lower(\${t.email})\`)])`,
  },
  'MODELS-JSON-DEFAULT-AMBIGUOUS': {
    file: 'models.ts',
    text: `${core('jsonb, pgTable')}\n\nexport const users = pgTable('users', { settings: jsonb('settings').default('{"a": 1}') })`,
  },
  'MODELS-NAME-EMPTY': {
    file: 'models.ts',
    text: `${core('integer, pgTable')}\n\nexport const users = pgTable('', { id: integer('id') })`,
  },
  'MODELS-NAME-TAKEN': {
    file: 'models.ts',
    text: `${core('integer, pgTable')}

export const users = pgTable('users', { id: integer('id') })
export const people = pgTable('users', { number: integer('number') })`,
  },
  'MODELS-NAME-TOO-LONG': {
    file: 'models.ts',
    text: `${core('date, pgTable')}

export const users = pgTable('users', {
  agreedAt: date('the_moment_at_which_this_user_last_agreed_to_the_terms_of_service'),
})`,
  },
  'MODELS-OTHER-DIALECT': {
    file: 'models.ts',
    text: `${importing('int, mysqlTable', 'drizzle-orm/mysql-core')}\n\nexport const users = mysqlTable('users', { id: int('id') })`,
  },
  'MODELS-PLACEHOLDER': {
    file: 'models.ts',
    text: `${importing('sql', 'drizzle-orm')}
${core('check, integer, pgTable')}

export const users = pgTable('users', { age: integer('age') }, (t) => [
  check('users_age_ck', sql\`\${t.age} > \${sql.placeholder('least')}\`),
])`,
  },
  'MODELS-TABLE-NOT-EXPORTED': {
    file: 'models.ts',
    text: `${core('integer, pgTable')}

const users = pgTable('users', { id: integer('id').primaryKey() })
export const likes = pgTable('likes', { user: integer('user').references(() => users.id) })`,
  },
  'MODELS-TYPE-NOT-EXPORTED': {
    file: 'models.ts',
    text: `${core('pgEnum, pgTable')}

const mood = pgEnum('mood', ['happy', 'sad'])
export const users = pgTable('users', { mood: mood('mood') })`,
  },
  'MODELS-UNKNOWN-COLUMN': {
    file: 'models.ts',
    text: `${core('pgTable, text')}
${importing('extend, range', 'trueup/models')}

export const logs = pgTable('logs', { madeAt: text('made_at') })
export const logsExtras = extend(logs, { partitionBy: range(['made_at' as 'madeAt'], []) })`,
  },
  'MODELS-UNKNOWN-INDEX': {
    file: 'models.ts',
    text: `${core('index, pgTable, text')}
${importing('extend', 'trueup/models')}

export const users = pgTable('users', { email: text('email') }, (t) => [index('users_email_ix').on(t.email)])
export const usersExtras = extend(users, { indexes: { email_ix: { comment: 'for the log-in' } } })`,
  },
  'PULL-KIND': terminal('trueup pull --out schema.yaml'),
  'PULL-OUT-MISSING': terminal('trueup pull'),
  'SETTINGS-ENVIRONMENT': terminal('trueup plan --env prod'),
  'SETTINGS-INVALID': { file: '.env', text: 'DATABASE_URL=mysql://kim:secret@localhost/shop' },
  'SOURCE-KIND': terminal('trueup plan --schema schema.yaml'),
  'SOURCE-MISSING': terminal('trueup plan --schema app/modles.ts'),
  'SOURCE-MODULE': { file: 'models.ts', text: "export const users = pgTable('users', {" },
  'SOURCE-NONE': terminal('trueup plan'),
  'SOURCE-NOT-ALONE': terminal('trueup plan --schema saved.json --schema models.ts'),
  'SOURCE-STATEMENT': { file: 'schema.sql', text: 'CREATE TABLE users (id intger);' },
  'SQL-META-COMMAND': { file: 'schema.sql', text: '\\connect shop\nCREATE TABLE users (id integer);' },
  'USAGE-COMMAND': terminal('trueup migrat'),
  'USAGE-FLAG-UNKNOWN': terminal('trueup plan --forse'),
  'USAGE-FLAG-VALUE': terminal('trueup plan --database'),
  'USAGE-WORD': terminal('trueup verify now'),
}

function terminal(text: string): Example {
  return { file: 'terminal', text }
}
