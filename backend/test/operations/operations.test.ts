import { targetNames } from '../../../engine/test/support/targets.ts'
import { describeAccounts } from './describe-accounts.ts'
import { describeAvatars } from './describe-avatars.ts'
import { describeGenerations } from './describe-generations.ts'
import { describeInterleavings } from './describe-interleavings.ts'
import { describeMarket } from './describe-market.ts'
import { describePayments } from './describe-payments.ts'
import { describePayouts } from './describe-payouts.ts'
import { describeRaces } from './describe-races.ts'
import { describeReads } from './describe-reads.ts'
import { describeSocial } from './describe-social.ts'
import { describeStarting } from './describe-starting.ts'
import { describeTraining } from './describe-training.ts'
import { describeUpkeep } from './describe-upkeep.ts'

for (const target of targetNames)
  describeMarket(target, (opened) => {
    describeAccounts(opened)
    describeAvatars(opened)
    describeTraining(opened)
    describePayments(opened)
    describeStarting(opened)
    describeGenerations(opened)
    describeSocial(opened)
    describePayouts(opened)
    describeReads(opened)
    describeUpkeep(opened)
    if (target !== 'embedded') describeRaces(opened)
    describeInterleavings(opened)
  })
