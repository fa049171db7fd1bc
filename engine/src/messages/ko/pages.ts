import type { Pages } from '../page.ts'
import { applyPages } from './pages/apply-pages.ts'
import { backupPages } from './pages/backup-pages.ts'
import { connectPages } from './pages/connect-pages.ts'
import { databasePages } from './pages/database-pages.ts'
import { driftPages } from './pages/drift-pages.ts'
import { hazardPages } from './pages/hazard-pages.ts'
import { planPages } from './pages/plan-pages.ts'
import { settingPages } from './pages/setting-pages.ts'
import { sourcePages } from './pages/source-pages.ts'
import { targetPages } from './pages/target-pages.ts'
import { undoPages } from './pages/undo-pages.ts'

export const pages: Pages = {
  errors: {
    ...applyPages,
    ...backupPages,
    ...connectPages,
    ...databasePages,
    ...driftPages,
    ...planPages,
    ...settingPages,
    ...sourcePages,
    ...targetPages,
    ...undoPages,
  },
  hazards: hazardPages,
}
