import { inArray, sql } from 'drizzle-orm'
import { bigint, check, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { extend } from 'trueup/models'
import { createdAt, identity, moment, updatedAt } from './columns.ts'
import { movesUpdatedAt, stepsOfStatus } from './triggers.ts'

export const userRoles = ['buyer', 'influencer', 'admin'] as const
export const userStatuses = ['active', 'suspended', 'deleted'] as const
export const locales = ['en', 'ko', 'ja'] as const

export const users = pgTable(
  'users',
  {
    id: identity(),
    email: text('email').notNull(),
    nickname: text('nickname').notNull(),
    passwordHash: text('password_hash').notNull(),
    role: text('role', { enum: userRoles }).notNull().default('buyer'),
    creditBalance: bigint('credit_balance', { mode: 'number' }).notNull().default(0),
    status: text('status', { enum: userStatuses }).notNull().default('active'),
    locale: text('locale', { enum: locales }).notNull().default('en'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    lastLoginAt: moment('last_login_at'),
  },
  (t) => [
    primaryKey({ name: 'users_id_pk', columns: [t.id] }),
    uniqueIndex('users_email_uq').on(sql`lower(${t.email})`),
    uniqueIndex('users_nickname_uq').on(sql`lower(${t.nickname})`),
    check('users_nickname_ck', sql`char_length(${t.nickname}) BETWEEN 3 AND 20`),
    check('users_role_ck', inArray(t.role, userRoles)),
    check('users_credit_balance_ck', sql`${t.creditBalance} >= 0`),
    check('users_status_ck', inArray(t.status, userStatuses)),
    check('users_locale_ck', inArray(t.locale, locales)),
  ],
)

export const usersExtras = extend(users, {
  label: { en: 'Users', ko: '사용자' },
  comment: 'Accounts, roles and credit balances',
  // No index on balance or log-in time and room on each page: most updates stay on the page (HOT).
  storage: { fillfactor: 80 },
  columns: {
    role: { comment: 'influencer and admin are granted by an admin only; influencer is never taken away' },
    creditBalance: { comment: 'Sum of the amounts of the user in transactions' },
    status: { comment: 'deleted is final: the row stays, made anonymous, because the ledger refers to it' },
  },
  triggers: [
    stepsOfStatus('users', [
      'active > suspended',
      'suspended > active',
      'active > deleted',
      'suspended > deleted',
    ]),
    movesUpdatedAt('users'),
  ],
})
