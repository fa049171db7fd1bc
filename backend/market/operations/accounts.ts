import { closeAccount } from '../../app/operations/accounts/close-account.ts'
import { giveBonus } from '../../app/operations/accounts/give-bonus.ts'
import { grantInfluencer } from '../../app/operations/accounts/grant-influencer.ts'
import { logIn } from '../../app/operations/accounts/log-in.ts'
import { signUp } from '../../app/operations/accounts/sign-up.ts'
import { type MarketOperation, someUser } from '../market-operation.ts'

export const accounts: readonly MarketOperation[] = [
  {
    name: 'log-in',
    weight: 10,
    run: async (at) => (await logIn(at.db, { user: someUser(at), from: { client: 'market' } })).kind,
  },
  {
    name: 'sign-up',
    weight: 0.8,
    async run({ db, scene, random }) {
      const name = scene.fresh()
      const outcome = await signUp(db, {
        email: `${name}@market.example`,
        nickname: `손님_${name}`.slice(0, 20),
        passwordHash: '$argon2id$',
        locale: random.pick(['ko', 'en', 'ja']),
        welcome: { campaign: 'welcome', credits: 10 },
      })
      if (outcome.kind === 'signed-up') scene.users = Math.max(scene.users, outcome.user)
      return outcome.kind
    },
  },
  {
    name: 'give-bonus',
    weight: 0.3,
    run: async (at) =>
      (await giveBonus(at.db, { user: someUser(at), campaign: `market ${at.random.below(4)}`, credits: 20 }))
        .kind,
  },
  {
    name: 'grant-influencer',
    weight: 0.02,
    run: async (at) =>
      (await grantInfluencer(at.db, { user: someUser(at), admin: at.random.pick(at.scene.admins) })).kind,
  },
  {
    name: 'close-account',
    weight: 0.02,
    // administrators stay: without one nothing more is approved, and the market comes to a halt
    async run(at) {
      const user = someUser(at)
      return at.scene.admins.includes(user) ? undefined : (await closeAccount(at.db, { user })).kind
    },
  },
]
