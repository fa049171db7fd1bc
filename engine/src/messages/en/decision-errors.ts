import type { Question } from '../../decide/questions.ts'
import type { RowsInTheWay } from '../../rows/row-check.ts'
import { questionWords } from './question-words.ts'

type Questions = { readonly questions: readonly Question[] }
type Rows = { readonly rows: readonly RowsInTheWay[] }

export const decisionErrors = {
  'DECISION-FORM': {
    message: (p: { text: string }) => `cannot read the decision "${p.text}"`,
    hint: () =>
      'A decision is drop:schema.object, rename:schema.object=new_name, backfill:schema.table.column=expression, using:schema.table.column=expression, undo:kind:object, keep:kind:object, or drops.',
  },
  'DECISION-FILE': {
    message: (p: { file: string; reason: string }) =>
      `could not read the decisions file "${p.file}": ${p.reason}`,
    hint: () => 'Name a file with one decision a line, or with a JSON list of decisions.',
  },
  'DECISION-UNKNOWN': {
    message: (p: { path: string }) => `the database has no object "${p.path}" that could be renamed`,
    hint: () => 'Decisions name objects as the database has them now: schema.table or schema.table.column.',
  },
  'DECISION-RENAME': {
    message: (p: { path: string; name: string }) => `"${p.path}" cannot become "${p.name}"`,
    hint: () => 'The new name must be one that the models have and the database does not have yet.',
  },
  'DECISION-RENAME-KIND': {
    message: (p: { path: string; kind: string }) => `a ${p.kind} such as "${p.path}" is not renamed`,
    hint: () => 'Accept its drop instead: it is made anew under the new name.',
  },
  'DECISION-DROPS-IN-PRODUCTION': {
    message: () => '--accept drops is refused in production',
    hint: () => 'Accept each object by name, for example --accept drop:public.users.age.',
  },
  'DECISION-SCRIPT-PARKS': {
    message: (p: { objects: readonly string[] }) => `a script cannot park ${p.objects.join(', ')}`,
    hint: () =>
      'A script writes no journal, so nothing would know of it afterwards. Use npx trueup apply, or --drops now with --sql: then a drop is final.',
  },
  'DECISION-DROPS': {
    message: (p: { text: string }) => `--drops cannot be "${p.text}"`,
    hint: () => 'It is now or park.',
  },
  'PLAN-UNDECIDED': {
    message: (p: Questions) =>
      `${p.questions.length} ${p.questions.length === 1 ? 'question is' : 'questions are'} open; nothing was changed`,
    detail: (p: Questions) =>
      p.questions
        .map(
          ({ about, object, answers }) =>
            `${object} ${questionWords[about]}. Answer with: ${answers.map((answer) => `--accept ${answer}`).join('  or  ')}`,
        )
        .join('\n'),
    hint: () =>
      'Answer each with --accept, in a file given with --decisions, or with `renamedFrom` in the models.',
  },
  'PLAN-ROWS': {
    message: (p: Rows) =>
      `${p.rows.length} ${p.rows.length === 1 ? 'change meets' : 'changes meet'} rows that it cannot take along; nothing was changed`,
    detail: (p: Rows) => p.rows.map(describeRows).join('\n'),
    hint: (_: Rows) =>
      'Correct the rows, or say what they should become: --accept backfill:schema.table.column=expression, --accept using:schema.table.column=expression.',
  },
  'REHEARSAL-STEP': {
    message: (p: { object: string; problem: string; sqlstate: string; sql: string }) =>
      `the rehearsal failed at ${p.object}: ${p.problem}`,
    detail: (p: { object: string; problem: string; sqlstate: string; sql: string }) =>
      `SQLSTATE ${p.sqlstate} from:\n${p.sql}`,
    hint: () => 'Nothing was changed in the database. Please report this plan as a mistake of trueup.',
  },
  'REHEARSAL-DIFFERS': {
    message: (p: { objects: readonly string[] }) =>
      `in the rehearsal these did not become what the models say: ${p.objects.join(', ')}`,
    hint: () => 'Nothing was changed in the database. Please report this plan as a mistake of trueup.',
  },
  'REHEARSAL-NOT-EMPTY': {
    message: (p: { objects: readonly string[] }) =>
      `the database of --rehearse-on is not empty: ${p.objects.slice(0, 3).join(', ')}${p.objects.length > 3 ? ` and ${p.objects.length - 3} more` : ''}`,
    hint: () =>
      'Nothing was changed there. Name a database or branch without any object, of which nothing is kept.',
  },
  'REHEARSAL-SAME-DATABASE': {
    message: () => '--rehearse-on names the very database that the plan is for',
    hint: () => 'Nothing was changed. Name another, empty database.',
  },
  'REHEARSAL-LOCK': {
    message: (p: { object: string; declared: string; taken: string; sql: string }) =>
      `in the rehearsal the step about ${p.object} took ${p.taken}, and the plan says ${p.declared}`,
    detail: (p: { object: string; declared: string; taken: string; sql: string }) => p.sql,
    hint: () =>
      'Nothing was changed in the database. Please report this plan as a mistake of trueup; --no-rehearsal applies it all the same.',
  },
  'APPLY-STALE': {
    message: () => 'the database changed after the plan was made',
    hint: () => 'Nothing was changed. Make the plan again and review it.',
  },
  'APPLY-STEP': {
    message: (p: { object: string; problem: string; sqlstate: string; sql: string }) =>
      `could not change ${p.object}: ${p.problem}`,
    detail: (p: { object: string; problem: string; sqlstate: string; sql: string }) =>
      `SQLSTATE ${p.sqlstate} from:\n${p.sql}`,
    hint: () => 'The transaction was rolled back. Correct the cause and run the command again.',
  },
  'APPLY-NOT-PROVED': {
    message: (p: { objects: readonly string[]; committed: boolean }) =>
      p.committed
        ? `after the steps the database is not what the models say: ${p.objects.join(', ')}`
        : `after the steps the database would not be what the models say: ${p.objects.join(', ')}`,
    hint: (p: { objects: readonly string[]; committed: boolean }): string =>
      p.committed
        ? 'The steps stay applied. Run `trueup plan` to see what is left; if it is not the work of somebody else, please report this plan as a mistake of trueup.'
        : 'The last transaction was rolled back. Please report this plan as a mistake of trueup.',
  },
  'APPLY-NEEDS-YES': {
    message: () => 'changing a database needs a yes',
    hint: () => 'Run the command in a terminal to be asked, or add --yes.',
  },
}

const reasons: Readonly<Record<string, string>> = {
  null: 'are null in a column that must not be null',
  'needs-backfill': 'would have no value in a new column that must not be null',
  check: 'do not pass the check',
  duplicate: 'are not unique',
  orphan: 'refer to rows that do not exist',
  partition: 'are outside the bounds of the partitions',
  cast: 'have values that the new type does not take',
  narrowing: 'have values that the new type would cut off or round',
  'enum-value': 'have a value that goes',
}

function describeRows({ object, reason, table, count, examples }: RowsInTheWay): string {
  const path = table.slice(table.indexOf(':') + 1)
  if (reason === 'failure') return `${object}: rows of ${path} make it fail: ${examples.join()}`
  const some = examples.length > 0 ? ` (${examples.join(', ')}${count > examples.length ? ', …' : ''})` : ''
  return `${object}: ${count} ${count === 1 ? 'row' : 'rows'} of ${path} ${reasons[reason] ?? reason}${some}`
}
