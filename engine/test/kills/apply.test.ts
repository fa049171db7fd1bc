import { applying } from './errands.ts'
import { describeKills } from './kill-points.ts'

describeKills(applying)
