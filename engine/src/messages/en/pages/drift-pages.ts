import type { Pages } from '../../page.ts'

/** What was changed behind the journal's back. */
export const driftPages: Pages['errors'] = {
  'DRIFT-ADOPT': {
    why: 'Adopting writes what was done by hand into files, then reads the models with these files and compares. An object that was changed by hand was changed in the models as well, or in another way.',
    fix: [
      'See what the models want of these objects with `trueup plan`, and what was done by hand with `trueup drift`.',
      'Adopt the others first: --objects takes patterns.',
    ],
  },
  'DRIFT-NO-STATE': {
    why: 'Every run leaves in the journal what the database was when it ended. This database has no journal, it holds no run that came to its end, or the role may not read it.',
    fix: 'From the first `trueup apply` or `trueup create` that changes something, drift can be told. A database that is there already is taken over with `trueup pull`.',
  },
  'DRIFT-PATTERN': {
    why: 'Rules that leave something out must not be misread, so a pattern that can mean nothing is an error.',
    fix: [
      'The ids are those of `trueup drift --json`: a kind, a colon, and the name with its schema.',
      '`*` stands for any characters, dots included, `?` for one. What is a part of such an object is meant, too: the columns of a table, everything in a schema.',
    ],
  },
  'USAGE-DRIFT': {
    why: 'What was changed by hand is either kept or taken back.',
    fix: 'To keep some of it and take back the rest, run the command twice, each time with --objects.',
  },
}
