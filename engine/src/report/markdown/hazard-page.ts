import type { Messages } from '../../messages/catalogue.ts'
import type { Pages } from '../../messages/page.ts'
import type { HazardCode } from '../../plan/hazards/codes.ts'
import { codeBlock, page, paragraphs, points } from './page-parts.ts'

export function hazardPage(code: HazardCode, texts: Messages, pages: Pages): string {
  const { title, why, fix, example } = pages.hazards[code]
  return page(
    code,
    title,
    `## ${texts.explain.why()}\n\n${paragraphs(why)}`,
    `## ${texts.explain.fix()}\n\n${points(fix)}`,
    example === undefined ? undefined : `## ${texts.explain.example()}\n\n${codeBlock(example, 'sql')}`,
  )
}
