import type { DomainDatabase } from '../domain-database.ts'
import { insert } from '../rows.ts'
import { audit, moveCredits, one, Refused, transaction } from './steps.ts'

export function signUp(database: DomainDatabase, name: string, bonus = 0): Promise<number> {
  return transaction(database, async () => {
    const user = await insert(database, 'users', {
      email: `${name}@example.com`,
      nickname: name,
      password_hash: 'x',
    })
    if (bonus > 0)
      await moveCredits(database, { user, amount: bonus, type: 'bonus', cells: { reference_id: 'welcome' } })
    return user
  })
}

export function logIn(database: DomainDatabase, user: number): Promise<void> {
  return transaction(database, async () => {
    await one(
      database,
      `UPDATE users SET last_login_at = now() WHERE id = ${user} AND status = 'active' RETURNING id`,
    )
    await audit(database, user, 'login')
  })
}

export function grantInfluencer(database: DomainDatabase, user: number, admin: number): Promise<void> {
  return transaction(database, async () => {
    await one(
      database,
      `UPDATE users SET role = 'influencer' WHERE id = ${user} AND role = 'buyer' AND status = 'active' RETURNING id`,
    )
    await audit(database, admin, 'influencer_granted', { target_type: 'user', target_id: user })
  })
}

export function closeAccount(database: DomainDatabase, user: number): Promise<void> {
  return transaction(database, async () => {
    const { credit_balance } = await one(
      database,
      `SELECT credit_balance FROM users WHERE id = ${user} AND status <> 'deleted' FOR NO KEY UPDATE`,
    )
    const open = await database.query(`
      SELECT 1 FROM payout_requests WHERE user_id = ${user} AND status IN ('pending', 'approved')
      UNION ALL
      SELECT 1 FROM generations WHERE buyer_id = ${user} AND status IN ('pending', 'processing')`)
    if (open.length > 0) throw new Refused('something is open')
    const amount = -Number(credit_balance)
    if (amount < 0)
      await moveCredits(database, { user, amount, type: 'adjust', cells: { reference_id: 'account closed' } })
    await database.query(
      `UPDATE avatars SET status = 'hidden' WHERE influencer_id = ${user} AND status = 'active'`,
    )
    await database.query(`UPDATE avatars SET is_public = false WHERE influencer_id = ${user}`)
    await database.query(
      `DELETE FROM shared_generations USING generations g WHERE g.id = generation_id AND g.buyer_id = ${user}`,
    )
    await database.query(`DELETE FROM likes WHERE user_id = ${user}`)
    await database.query(`DELETE FROM bookmarks WHERE user_id = ${user}`)
    await one(
      database,
      `UPDATE users SET status = 'deleted', email = 'deleted-${user}', nickname = 'deleted-${user}',
         password_hash = '' WHERE id = ${user} RETURNING id`,
    )
    await audit(database, user, 'account_closed')
  })
}
