import { commandHelp, generalHelp } from '../../engine/src/cli/help.ts'
import { commandNames, commands } from '../../engine/src/cli/main.ts'
import { type Language, languages, loadMessages, type Messages } from '../../engine/src/messages/catalogue.ts'
import { loadPages } from '../../engine/src/messages/load-pages.ts'
import { hazardCodes } from '../../engine/src/plan/hazards/codes.ts'
import { errorCodes, errorPage, sampleMessage } from '../../engine/src/report/markdown/error-page.ts'
import { hazardPage } from '../../engine/src/report/markdown/hazard-page.ts'
import { codeBlock, page } from '../../engine/src/report/markdown/page-parts.ts'

/** Folders that hold nothing but what is generated. */
export const generatedFolders = ['docs/cli', 'docs/errors', 'docs/hazards'] as const

/** Every generated document by its path: pages of errors, hazards and commands in each language. */
export async function generatedDocuments(): Promise<ReadonlyMap<string, string>> {
  const documents = new Map<string, string>()
  for (const language of languages)
    for (const [path, text] of await documentsIn(language)) documents.set(path, text)
  return documents
}

async function documentsIn(language: Language): Promise<(readonly [string, string])[]> {
  const ending = language === 'en' ? '.md' : `.${language}.md`
  const texts = await loadMessages(language)
  const pages = await loadPages(language)
  const errors = errorCodes.map((code) => [code, errorPage(code, texts, pages)] as const)
  const hazards = hazardCodes.map((code) => [code, hazardPage(code, texts, pages)] as const)
  const helps = await Promise.all(
    commandNames.map(async (name) => [name, await commandPage(name, texts)] as const),
  )
  const errorList = list(
    errorCodes.map((code) => [code, sampleMessage(code, texts)]),
    ending,
  )
  const hazardList = list(
    hazardCodes.map((code) => [code, pages.hazards[code].title]),
    ending,
  )
  return [
    ...inFolder('docs/errors', errors, ending),
    ...inFolder('docs/hazards', hazards, ending),
    ...inFolder('docs/cli', helps, ending),
    [
      `docs/errors/README${ending}`,
      page(texts.explain.errors(), texts.explain.errorsIntroduction(), errorList),
    ],
    [
      `docs/hazards/README${ending}`,
      page(texts.explain.hazards(), texts.explain.hazardsIntroduction(), hazardList),
    ],
    [`docs/cli/README${ending}`, page('trueup', codeBlock(generalHelp(commandNames, texts)))],
  ]
}

function inFolder(folder: string, pages: readonly (readonly [string, string])[], ending: string) {
  return pages.map(
    ([name, text]) => [`${folder}/${name.toLowerCase().replaceAll(' ', '-')}${ending}`, text] as const,
  )
}

async function commandPage(name: string, texts: Messages): Promise<string> {
  const command = await commands[name]?.()
  if (!command) throw new Error(`no command ${name}`)
  return page(`trueup ${name}`, codeBlock(commandHelp(name, command, texts)))
}

function list(rows: readonly (readonly [string, string])[], ending: string): string {
  return rows
    .map(
      ([code, text]) =>
        `- [${code}](${code.toLowerCase()}${ending}): ${text.split('\n')[0]!.replaceAll('<', '\\<')}`,
    )
    .join('\n')
}
