import type { Pages } from '../page.ts'
import { applyPages } from './pages/apply-pages.ts'
import { backupPages } from './pages/backup-pages.ts'
import { connectPages } from './pages/connect-pages.ts'
import { databasePages } from './pages/database-pages.ts'
import { hazardPages } from './pages/hazard-pages.ts'
import { planPages } from './pages/plan-pages.ts'
import { settingPages } from './pages/setting-pages.ts'
import { sourcePages } from './pages/source-pages.ts'

export const pages: Pages = {
  errors: {
    ...applyPages,
    ...backupPages,
    ...connectPages,
    ...databasePages,
    ...planPages,
    ...settingPages,
    ...sourcePages,
  },
  hazards: hazardPages,
}
