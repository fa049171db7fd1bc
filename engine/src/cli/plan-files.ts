import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { TrueupError } from '../errors/trueup-error.ts'
import { writeAtomically } from '../modules/write-atomically.ts'
import { makePlanFile, type PlanFile, planFileText, readPlanFile } from '../plan-file/plan-file.ts'
import type { PlanReport } from '../report/plan-report.ts'
import { version } from './version.ts'

export function savePlan({ planning, target }: PlanReport, file: string, folder: string): void {
  const { environment, place } = target
  const text = planFileText(makePlanFile(planning, { version, environment, place }))
  try {
    writeAtomically(resolve(folder, file), text)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new TrueupError('PLAN-FILE-UNWRITABLE', { file, reason }, { cause: error })
  }
}

export function loadPlan(file: string, folder: string): PlanFile {
  let text: string
  try {
    text = readFileSync(resolve(folder, file), 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new TrueupError('PLAN-FILE-UNREADABLE', { file, reason }, { cause: error })
  }
  return readPlanFile(text, file)
}
