/** Paragraphs with an empty line between. */
export function paragraphs(text: string | readonly string[]): string {
  return typeof text === 'string' ? text : text.join('\n\n')
}

/** One point is a paragraph, several are a list. */
export function points(text: string | readonly string[]): string {
  return typeof text === 'string' ? text : text.map((point) => `- ${point}`).join('\n')
}

/** A fence longer than any inside. */
export function codeBlock(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `${fence}${language}\n${text}\n${fence}`
}

/** Sections of a page, in Markdown as every reader of it shows the same. */
export function page(title: string, ...sections: readonly (string | undefined)[]): string {
  return `${[`# ${title}`, ...sections].filter((section) => section !== undefined).join('\n\n')}\n`
}
