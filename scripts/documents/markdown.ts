/** The little of Markdown that our documents use: fenced blocks, tables, headings and links. */

export interface CodeBlock {
  readonly language: string
  readonly text: string
  readonly line: number
}

/** Fenced blocks in order; those inside lists are indented with them. */
export function codeBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = []
  const fence = /^( *)```(\w*)\n([\s\S]*?)^ *```$/gm
  for (const match of markdown.matchAll(fence)) {
    const [, indent = '', language = '', text = ''] = match
    const line = markdown.slice(0, match.index).split('\n').length
    blocks.push({ language, text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), '').trimEnd(), line })
  }
  return blocks
}

/** The text without its fenced blocks: where prose, tables and links are. */
export function prose(markdown: string): string {
  return markdown.replace(/^ *```\w*\n[\s\S]*?^ *```$/gm, '')
}

/** What stands between single backticks. */
export function codeSpans(markdown: string): string[] {
  return [...prose(markdown).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
}

export function linkTargets(markdown: string): string[] {
  return [...prose(markdown).matchAll(/\[[^\]]*\]\(([^()\s]+)\)/g)].map(([, target = '']) => target)
}

/** The names under which headings can be linked to, as GitHub makes them. */
export function headingAnchors(markdown: string): string[] {
  const headings = [...prose(markdown).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading)
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/**
 * The rows of the tables below a heading, without their heads.
 * @param heading a regular expression
 */
export function tableRows(markdown: string, heading: string): string[][] {
  const section = prose(markdown)
    .split(new RegExp(`^#+ ${heading}$`, 'm'))[1]
    ?.split(/^#/m)[0]
  if (section === undefined) throw new Error(`there is no heading "${heading}"`)
  const tables = section.split(/\n\s*\n/).filter((block) => /^\|[-| ]+\|$/m.test(block))
  return tables.flatMap((table) =>
    table
      .trim()
      .split('\n')
      .slice(2)
      .map((row) =>
        row
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      ),
  )
}
