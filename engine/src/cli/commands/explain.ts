import { exitCodes } from '../../errors/exit-codes.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { loadPages } from '../../messages/load-pages.ts'
import { type HazardCode, hazardCodes } from '../../plan/hazards/codes.ts'
import { errorCodes, errorPage } from '../../report/markdown/error-page.ts'
import { hazardPage } from '../../report/markdown/hazard-page.ts'
import { pageList } from '../../report/terminal/page-list.ts'
import type { Command } from '../command.ts'
import { nearest } from '../nearest.ts'

export const explain: Command = {
  flags: [],
  word: '[<code>]',
  async run({ word, language, texts, terminal }) {
    const pages = await loadPages(language)
    if (word === undefined) {
      for (const line of pageList(texts, pages)) terminal.out(line)
      return exitCodes.ok
    }
    const error = errorCodes.find((code) => code === word.toUpperCase())
    const hazard = hazardCodes.find((code): code is HazardCode => code === word.toLowerCase())
    const page = error ? errorPage(error, texts, pages) : hazard && hazardPage(hazard, texts, pages)
    if (page === undefined)
      throw new TrueupError('EXPLAIN-UNKNOWN', {
        code: word,
        near: nearest(word, [...errorCodes, ...hazardCodes]),
      })
    terminal.out(page.trimEnd())
    return exitCodes.ok
  },
}
