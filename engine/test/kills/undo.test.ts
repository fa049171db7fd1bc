import { undoing } from './errands.ts'
import { describeKills } from './kill-points.ts'

describeKills(undoing)
