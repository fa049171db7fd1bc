import { getTableName, isTable } from 'drizzle-orm'
import { expect, expectTypeOf, test } from 'vitest'
import * as models from './index.ts'

test('there are thirteen tables', () => {
  const tables = Object.values(models).flatMap((value) => (isTable(value) ? [getTableName(value)] : []))
  expect(tables.sort()).toEqual([
    'audit_logs',
    'avatars',
    'bookmarks',
    'error_logs',
    'generations',
    'likes',
    'payment_webhooks',
    'payout_requests',
    'shared_generations',
    'tasks',
    'training_jobs',
    'transactions',
    'users',
  ])
})

test('a row as it is read', () => {
  expectTypeOf<typeof models.users.$inferSelect>().toEqualTypeOf<{
    id: number
    email: string
    nickname: string
    passwordHash: string
    role: 'buyer' | 'influencer' | 'admin'
    creditBalance: number
    status: 'active' | 'suspended' | 'deleted'
    locale: 'en' | 'ko' | 'ja'
    createdAt: Date
    updatedAt: Date
    lastLoginAt: Date | null
  }>()
  expectTypeOf<typeof models.generations.$inferSelect>().toExtend<{
    status: 'pending' | 'processing' | 'success' | 'failed' | 'canceled'
    failCode: 'engine' | 'upload' | 'timeout' | 'policy' | null
    seed: string | null
    finishedAt: Date | null
  }>()
  expectTypeOf<typeof models.avatars.$inferSelect>().toExtend<{
    height: number | null
    isPublic: boolean
  }>()
  // Real money stays exact: numeric comes as text.
  expectTypeOf<typeof models.transactions.$inferSelect>().toExtend<{
    amount: number
    moneyAmount: string | null
  }>()
  expectTypeOf<(typeof models.paymentWebhooks.$inferSelect)['payload']>().toEqualTypeOf<
    Record<string, unknown>
  >()
})

test('a row as it is written: what has a default is optional, an id is not for us to give', () => {
  expectTypeOf<typeof models.likes.$inferInsert>().toEqualTypeOf<{
    userId: number
    generationId: number
    createdAt?: Date | undefined
  }>()
  expectTypeOf<typeof models.users.$inferInsert>().toEqualTypeOf<{
    email: string
    nickname: string
    passwordHash: string
    role?: 'buyer' | 'influencer' | 'admin' | undefined
    creditBalance?: number | undefined
    status?: 'active' | 'suspended' | 'deleted' | undefined
    locale?: 'en' | 'ko' | 'ja' | undefined
    createdAt?: Date | undefined
    updatedAt?: Date | undefined
    lastLoginAt?: Date | null | undefined
  }>()
  expectTypeOf<typeof models.tasks.$inferInsert>().toExtend<{
    taskType: 'generation' | 'lora_training'
    generationId?: number | null | undefined
  }>()
  expectTypeOf<typeof models.auditLogs.$inferInsert>().not.toHaveProperty('id')
})

test('states are a closed list for the application, too', () => {
  expectTypeOf<(typeof models.taskStatuses)[number]>().toEqualTypeOf<
    (typeof models.tasks.$inferSelect)['status']
  >()
  // @ts-expect-error: no state of a payout
  const wrong: (typeof models.payoutRequests.$inferSelect)['status'] = 'sent'
  expect(models.payoutStatuses).not.toContain(wrong)
})
