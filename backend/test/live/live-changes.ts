/** A change of the models that people make, as edits of the files under app/models. */
export interface LiveChange {
  readonly name: string
  /** One of the short form. */
  readonly isShort?: true
  /** What the models are before it, where that is not what they are in the application. */
  readonly from?: readonly Edit[]
  readonly to: readonly Edit[]
  /** What a person decides beforehand. */
  readonly accept?: readonly string[]
}

export interface Edit {
  readonly file: string
  /** Occurs once in the file. */
  readonly find: string
  readonly replace: string
}

/** After the column of the last statement that a table's definition in the file has. */
const column = (file: string, after: string, added: string): Edit => ({
  file,
  find: after,
  replace: `${after}\n    ${added}`,
})

const seed = "seed: text('seed'),"

/** Expand and contract: the application uses one of the names all the time, so neither step may disturb it. */
const secondName: readonly Edit[] = [
  column('work.ts', seed, "engineSeed: text('engine_seed'),"),
  {
    file: 'functions.sql',
    find: '-- The functions behind',
    replace: `CREATE FUNCTION public.keep_engine_seed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.engine_seed := NEW.seed;
  RETURN NEW;
END
$$;

-- The functions behind`,
  },
  {
    file: 'work.ts',
    find: "  triggers: [\n    stepsOfStatus('generations', [",
    replace: `  triggers: [
    { name: 'generations_engine_seed_tg', timing: 'before', events: ['insert', 'update'], forEach: 'row', execute: 'public.keep_engine_seed' },
    stepsOfStatus('generations', [`,
  },
]

const newTable: readonly Edit[] = [
  {
    file: 'social.ts',
    find: 'export const likes = pgTable(',
    replace: `export const reports = pgTable(
  'reports',
  {
    id: identity(),
    userId: reference('user_id').notNull(),
    generationId: reference('generation_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'reports_id_pk', columns: [t.id] }),
    foreignKey({ name: 'reports_user_id_fk', columns: [t.userId], foreignColumns: [users.id] }),
    foreignKey({ name: 'reports_generation_id_fk', columns: [t.generationId], foreignColumns: [generations.id] }),
  ],
)

export const likes = pgTable(`,
  },
]

/** Each on the hottest table that it can be about, and each taken back again. */
export const liveChanges: readonly LiveChange[] = [
  {
    name: 'a new nullable column',
    to: [column('work.ts', seed, "upscaledUrl: text('upscaled_url'),")],
  },
  {
    name: 'a new NOT NULL column that is filled row by row',
    isShort: true,
    to: [column('work.ts', seed, "publicId: uuid('public_id').notNull().default(sql`gen_random_uuid()`),")],
  },
  {
    name: 'a new index',
    to: [
      {
        file: 'work.ts',
        find: "index('generations_buyer_id_id_ix')",
        replace:
          "index('generations_created_at_ix').on(t.createdAt),\n    index('generations_buyer_id_id_ix')",
      },
    ],
  },
  {
    name: 'a new foreign key',
    isShort: true,
    to: [
      column(
        'accounts.ts',
        "nickname: text('nickname').notNull(),",
        "referrerId: bigint('referrer_id', { mode: 'number' }),",
      ),
      {
        file: 'accounts.ts',
        find: "check('users_role_ck'",
        replace: `foreignKey({ name: 'users_referrer_id_fk', columns: [t.referrerId], foreignColumns: [t.id] }),
    index('users_referrer_id_ix').on(t.referrerId),
    check('users_role_ck'`,
      },
      {
        file: 'accounts.ts',
        find: 'import { bigint, check, pgTable,',
        replace: 'import { bigint, check, foreignKey, index, pgTable,',
      },
    ],
  },
  { name: 'a rename, expanded: a second name that a trigger keeps equal', to: secondName },
  {
    name: 'a rename, contracted: the name that nobody uses goes',
    from: secondName,
    to: [],
    accept: [
      'drop:public.generations.engine_seed',
      'drop:trigger:public.generations.generations_engine_seed_tg',
      'drop:function:public.keep_engine_seed()',
    ],
  },
  {
    name: 'another type',
    to: [
      {
        file: 'work.ts',
        find: "refundedCredits: integer('refunded_credits')",
        replace: "refundedCredits: bigint('refunded_credits', { mode: 'number' })",
      },
      { file: 'work.ts', find: '  boolean,\n', replace: '  bigint,\n  boolean,\n' },
    ],
  },
  { name: 'a new table that refers to the hottest ones', to: newTable },
  { name: 'a table dropped', from: newTable, to: [], accept: ['drop:public.reports'] },
]
