import { type ErrorCode, TrueupError } from '../../errors/trueup-error.ts'
import type { Messages } from '../../messages/catalogue.ts'
import { en } from '../../messages/en.ts'
import { type Example, examples } from '../../messages/examples.ts'
import type { Pages } from '../../messages/page.ts'
import { samples } from '../../messages/samples.ts'
import { problemText } from '../terminal/problem.ts'
import { codeBlock, page, paragraphs, points } from './page-parts.ts'

export const errorCodes = (Object.keys(en.errors) as ErrorCode[]).sort()

/** The page of an error: what it looks like, what it comes from, what to do, and what brings it about. */
export function errorPage(code: ErrorCode, texts: Messages, pages: Pages): string {
  const own = pages.errors[code]
  const example = examples[code]
  return page(
    code,
    codeBlock(problemText(sampleProblem(code), texts)),
    own && `## ${texts.explain.why()}\n\n${paragraphs(own.why)}`,
    own && `## ${texts.explain.fix()}\n\n${points(own.fix)}`,
    example && `## ${texts.explain.example()}\n\n${exampleText(example)}`,
  )
}

/** The message alone, on one line. */
export function sampleMessage(code: ErrorCode, texts: Messages): string {
  const message = texts.errors[code].message as (parameters: unknown) => string
  return message(samples[code])
}

function sampleProblem(code: ErrorCode): TrueupError {
  return new TrueupError(code, samples[code])
}

function exampleText({ file, text }: Example): string {
  if (file === 'terminal') return codeBlock(text, 'sh')
  const language = file === '.env' ? 'sh' : file.slice(file.indexOf('.') + 1)
  return `\`${file}\`:\n\n${codeBlock(text, language)}`
}
