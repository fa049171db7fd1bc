import type { Messages } from '../../messages/catalogue.ts'
import type { Pages } from '../../messages/page.ts'
import { hazardCodes } from '../../plan/hazards/codes.ts'
import { errorCodes, sampleMessage } from '../markdown/error-page.ts'
import { alignColumns } from './columns.ts'

/** Every code that has a page, each with what it says, for example. */
export function pageList(texts: Messages, pages: Pages): string[] {
  const errors = errorCodes.map((code) => [`  ${code}`, sampleMessage(code, texts)])
  const hazards = hazardCodes.map((code) => [`  ${code}`, pages.hazards[code].title])
  return [
    `${texts.explain.errors()}:`,
    ...alignColumns(errors),
    '',
    `${texts.explain.hazards()}:`,
    ...alignColumns(hazards),
    '',
    texts.explain.more(),
  ]
}
