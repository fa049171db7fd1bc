import { amount, several } from './amounts.ts'

/** All that Avatarbank's own tools say, in English; the Korean side is held to the same shape by the compiler. */
export const en = {
  flags: {
    database: () => 'postgresql:// URL of the database, or the folder of an embedded one',
    env: () => 'environment: development, staging or production (default: APP_ENV, then development)',
    json: () => 'print the result as JSON',
  },
  refusals: {
    'USAGE-NUMBER': {
      message: (p: { flag: string; text: string; least: number; most: number }) =>
        `option "${p.flag}" takes a number from ${p.least} to ${amount(p.most)}, not "${p.text}"`,
      hint: (p: { flag: string; text: string; least: number; most: number }) =>
        `Write ${p.flag}=<number>, or leave it out.`,
    },
    'SEED-PRODUCTION': {
      message: (p: { place: string }) => `"${p.place}" belongs to production, which is never seeded`,
      hint: (_: { place: string }) =>
        'Seeding invents users and money. Choose another environment with --env or another database with --database.',
    },
    'SEED-NOT-EMPTY': {
      message: (p: { table: string }) => `table "${p.table}" has rows already`,
      hint: (_: { table: string }) =>
        'Seed an empty database: make a new one and run `npm run create-tables` on it.',
    },
    'MARKET-EMPTY': {
      message: (p: { place: string }) => `"${p.place}" has no users, no admin or no public avatar`,
      hint: (_: { place: string }) => 'Fill it first: `npm run seed`.',
    },
    'MARKET-PRODUCTION': {
      message: (p: { place: string }) => `"${p.place}" belongs to production, where only people do business`,
      hint: (_: { place: string }) =>
        'The market buys, likes and cashes out. Choose another environment with --env or another database with --database.',
    },
    'MARKET-ONE-CLIENT': {
      message: (p: { clients: number }) => `an embedded database serves one client, not ${p.clients}`,
      hint: (_: { clients: number }) => 'Leave out --clients, or give a server with --database.',
    },
  },
  seed: {
    summary: () => 'fill empty tables with a believable market of one year',
    scale: () => 'how much: 1 is about 10^5 rows, 100 about 10^7 (default: 1)',
    seed: () => 'the same number makes the same market (default: 1)',
    progress: (p: { percent: number; rows: number; seconds: string }) =>
      `${p.percent} %  ${amount(p.rows)} rows  ${p.seconds} s`,
    done: (p: { rows: number; place: string; seconds: string }) =>
      `Seeded ${p.place} with ${amount(p.rows)} rows in ${p.seconds} s.`,
  },
  market: {
    summary: () => 'do on the market what people and workers do, all at once, and measure it',
    clients: () => 'how many at the same time (default: 16; one on an embedded database)',
    seconds: () => 'how long (default: 60)',
    rate: () => 'operations a second, whether or not those before have ended (default: as fast as they go)',
    seed: () => 'the same number makes the same choices (default: 1)',
    begins: (p: { place: string; clients: number; seconds: number }) =>
      `${several(p.clients, 'client')} on ${p.place} for ${p.seconds} s.`,
    live: (p: {
      seconds: string
      perSecond: number
      p50: string
      p99: string
      conflicts: number
      errors: number
    }) =>
      `${p.seconds} s  ${amount(p.perSecond)} ops/s  p50 ${p.p50} ms  p99 ${p.p99} ms  conflicts ${p.conflicts}  errors ${p.errors}`,
    heads: () => [
      'operation',
      'count',
      'per s',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'max ms',
      'conflicts',
      'errors',
    ],
    all: () => 'all',
    failed: (p: { error: string }) => `failed: ${p.error}`,
    asking: () => 'Asking the invariants …',
  },
  upkeep: {
    summary: () => 'fail work whose worker has died, make and drop months of the logs, delete old tasks',
    swept: (p: { count: number }) => `Failed ${several(p.count, 'task')} whose worker has died.`,
    made: (p: { names: string }) => `Made ${p.names}.`,
    dropped: (p: { names: string }) => `Dropped ${p.names}: kept long enough.`,
    purged: (p: { count: number }) => `Deleted ${several(p.count, 'task')} that ended more than 90 days ago.`,
    nothing: () => 'Nothing to do.',
  },
  checkInvariants: {
    summary: () => 'ask what must always hold about balances, ledger, images and shares, in one snapshot',
    asking: (p: { id: string; name: string }) => `${p.id} ${p.name}`,
    holds: (p: { id: string; name: string }) => `✓ ${p.id}  ${p.name}`,
    broken: (p: { id: string; name: string; breaches: number; of: string; examples: string }) =>
      `✗ ${p.id}  ${p.name}: ${several(p.breaches, 'row')} of ${p.of}, such as id ${p.examples}`,
    allHold: (p: { count: number; place: string; seconds: string }) =>
      `All ${p.count} invariants hold in ${p.place} (${p.seconds} s).`,
    someBroken: (p: { broken: number; count: number; place: string; seconds: string }) =>
      `${p.broken} of ${several(p.count, 'invariant')} ${p.broken === 1 ? 'does' : 'do'} not hold in ${p.place} (${p.seconds} s).`,
    names: {
      I1: () => 'balance = sum of the ledger',
      I2: () => "a user's ledger is an unbroken chain",
      I3: () => 'every image has its debit',
      I4: () => "an earning exactly for successes with option credits, to the avatar's owner",
      I5: () => 'refunds agree',
      I6: () => 'an open image has exactly one open task',
      I7: () => 'task and image agree',
      I8: () => 'a processed webhook has one purchase',
      I9: () => 'payouts: a debit always, a return exactly when rejected or failed',
      I10: () => 'nobody cashes out more than was earned',
      I11: () => 'only influencers have payouts or avatars',
      I12: () => 'shares show only what may be shown',
      I13: () => 'a successful training left a model',
      I14: () => 'a closed account shows nothing',
      I15: () => 'log rows sit in their month',
    },
  },
}
