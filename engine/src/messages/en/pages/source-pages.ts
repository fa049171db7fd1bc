import type { Pages } from '../../page.ts'

/** Sources of a schema, models among them, and pulling. */
export const sourcePages: Pages['errors'] = {
  'MODELS-DEFINITION-FAILED': {
    why: 'Code of the models threw an error while it was asked about its columns, references or checks.',
    fix: 'Write references as functions: `.references(() => users.id)`. They are called when all modules are loaded.',
  },
  'MODELS-EMPTY': {
    why: 'The module was loaded and exports nothing that is a table.',
    fix: 'Name the file that exports them all, an index.ts for example.',
  },
  'MODELS-EXTENDED-TWICE': {
    why: 'What a companion says of a table stands in one place, so that two files cannot contradict each other.',
    fix: 'Join both calls of `extend`.',
  },
  'MODELS-EXTRA-INAPPLICABLE': {
    why: 'PostgreSQL has this property for another kind of constraint only.',
    fix: 'Remove it, or look whether the name belongs to another constraint than you think.',
  },
  'MODELS-INDEX-WITHOUT-NAME': {
    why: 'An index over an expression would get a name from PostgreSQL that changes with the expression.',
    fix: 'Give it a name of your own.',
  },
  'MODELS-JSON-DEFAULT-AMBIGUOUS': {
    why: 'The default is a text, and the text is JSON itself. Both readings are sensible and differ in what is stored.',
    fix: 'Write the value as an object, or the expression as SQL.',
  },
  'MODELS-MONTHLY-COLUMN': {
    why: 'Monthly partitions need a column that tells a time.',
    fix: 'Choose another column, or partition by `range` with bounds of your own.',
  },
  'MODELS-NAME-EMPTY': {
    why: 'PostgreSQL has no empty names.',
    fix: 'Write the name as the first argument.',
  },
  'MODELS-NAME-TAKEN': {
    why: 'Two things of one schema would have the same name, which PostgreSQL cannot make. Indexes take the names of primary keys and uniques, too.',
    fix: 'Give one of them a name of its own.',
  },
  'MODELS-NAME-TOO-LONG': {
    why: 'PostgreSQL keeps 63 bytes of a name and cuts the rest without an error. A Korean letter is three bytes.',
    fix: 'Shorten it. Names that Drizzle makes out of table and columns can be given by hand.',
  },
  'MODELS-OTHER-DIALECT': {
    why: 'The table was defined with the MySQL or SQLite part of Drizzle.',
    fix: 'Import from `drizzle-orm/pg-core`.',
  },
  'MODELS-PLACEHOLDER': {
    why: 'A placeholder is filled in when a query runs. Defaults, checks, indexes and views are stored in the database and run without one.',
    fix: 'Write the value.',
  },
  'MODELS-POLICY-WITHOUT-TABLE': {
    why: 'The policy is exported and attached to no table, so it would protect nothing without anybody noticing.',
    fix: 'Attach it.',
  },
  'MODELS-SEQUENCE-OPTION': {
    why: 'Sequences count in whole numbers.',
    fix: 'Numbers beyond 2^53 lose digits in JavaScript, so write them as texts.',
  },
  'MODELS-TABLE-NOT-EXPORTED': {
    why: 'A foreign key leads to a table that the models do not export, so it would not be made.',
    fix: 'Export it. A table that somebody else looks after can be declared in a .sql file.',
  },
  'MODELS-TYPE-NOT-EXPORTED': {
    why: 'A column has an enum type that the models do not export, so it would not be made.',
    fix: 'Export it.',
  },
  'MODELS-UNKNOWN-COLUMN': {
    why: 'A companion speaks of a column by a key that the table does not have.',
    fix: 'Keys are those of the model (`fullName`), not the names in the database (`full_name`).',
  },
  'MODELS-UNKNOWN-CONSTRAINT': {
    why: 'A companion speaks of a constraint that the table does not have. Without a name in the model, PostgreSQL and Drizzle choose one.',
    fix: 'Choose from the list of the message.',
  },
  'MODELS-UNKNOWN-INDEX': {
    why: 'A companion speaks of an index that the table does not have.',
    fix: 'Choose from the list of the message.',
  },
  'MODELS-VALUE-UNWRITABLE': {
    why: 'A value in the models has no spelling in SQL: a function, a symbol, a number such as NaN for an integer column.',
    fix: 'Write what the database should see as an SQL expression.',
  },
  'PULL-EXISTS': {
    why: 'A pull writes files whole. What is in them now would be gone, changes by hand included.',
    fix: 'Commit what is there, then pull with --force and look at the difference.',
  },
  'PULL-KIND': {
    why: 'The form of what is written goes by the ending of --out, and this one means nothing.',
    fix: 'Choose .ts, .sql, .json, a folder (a name without an ending), or -.',
  },
  'PULL-OUT-MISSING': {
    why: 'Nothing is written where nobody asked for it.',
    fix: '`trueup pull --out -` prints the SQL, to have a look.',
  },
  'PULL-SCHEMA-NEEDED': {
    why: 'Something in the schemas asked for needs an object of another one: a foreign key, a type, a function. Half of that other schema would read as if its rest should go.',
    fix: 'Ask for both schemas.',
  },
  'PULL-SCHEMA-UNKNOWN': {
    why: 'The database has no schema of this name. Schemas of PostgreSQL and of extensions do not count.',
    fix: 'Names are case-sensitive here.',
  },
  'PULL-WRITE': {
    why: 'The system did not let the file be written.',
    fix: 'Files written before it are there; run the command again with --force.',
  },
  'SOURCE-CATALOG': {
    why: 'A source that ends in .json is a catalog as `trueup pull --out catalog.json` writes it. This one is damaged, of another version, or another kind of JSON.',
    fix: 'Write it anew.',
  },
  'SOURCE-EMPTY': {
    why: 'The folder holds neither .sql files nor an index.ts. An empty schema would mean that everything should go, so it is taken for a mistake.',
    fix: 'Check the path.',
  },
  'SOURCE-KIND': {
    why: 'The ending of the name does not tell what it is.',
    fix: 'Rename the file, or name the folder that it is in.',
  },
  'SOURCE-MISSING': {
    why: 'There is no file or folder of this name.',
    fix: 'Relative paths start at the project, the folder of trueup.config.ts.',
  },
  'SOURCE-MODULE': {
    why: 'The module could not be compiled, or threw an error while it was loaded.',
    fix: 'Models should not connect to anything or need settings when they are imported.',
  },
  'SOURCE-NONE': {
    why: 'There are neither --schema nor a trueup.config.ts that names the models.',
    fix: 'Change to the project, or name the models.',
  },
  'SOURCE-NOT-ALONE': {
    why: 'Modules and .sql files can be put together, because all of them become one script. A database or a saved catalog is finished already.',
    fix: 'Name one source, or pull the database as SQL and join that.',
  },
  'SOURCE-STATEMENT': {
    why: 'The models and .sql files are run in an embedded PostgreSQL, and it refused a statement. Order is not the cause: a statement that lacks something is tried again after the others.',
    fix: 'The message names file and line, or the export that the statement comes from.',
  },
  'SQL-META-COMMAND': {
    why: 'Lines that begin with a backslash are for psql alone; dumps contain some.',
    fix: 'Take them out: \\connect and \\restrict are not needed here, what \\i includes can be named as a source of its own.',
  },
  'SQL-TEXT-NOT-STORABLE': {
    why: 'PostgreSQL stores every character but U+0000, and no half of a surrogate pair.',
    fix: 'Such a character usually comes from binary data that was read as text.',
  },
}
