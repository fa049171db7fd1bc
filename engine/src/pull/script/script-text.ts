import { kindOf, pathOf } from '../../catalog/identify.ts'
import type { Block } from './blocks.ts'

/** The first words of every file that a pull writes: it may replace and remove those that begin so. */
export const writtenByPull = 'Written by `trueup pull`'

/** Blocks as a script that psql runs from top to bottom, and that the engine reads as a source. */
export function scriptText(blocks: readonly Block[]): string {
  return `${[scriptHead(blocks), ...blocks.map(blockText)].join('\n\n')}\n`
}

function scriptHead(blocks: readonly Block[]): string {
  const hasRoutines = blocks.some(({ group }) => /^(function|aggregate)$/.test(kindOf(group)))
  return [
    `-- ${writtenByPull}. Makes an empty database what the one it was read from is, without its rows.`,
    // bodies may name what comes later
    ...(hasRoutines ? ['', 'SET check_function_bodies = off;'] : []),
  ].join('\n')
}

function blockText({ group, statements }: Block): string {
  return `${headLine(group)}\n\n${statements.map((sql, i) => sql + ending(sql, statements[i + 1])).join('\n')}`
}

/** One line, whatever stands in the name. */
function headLine(group: string): string {
  return `-- ${kindOf(group).replaceAll('-', ' ')} ${pathOf(group).replaceAll(/\s+/g, ' ')}`
}

/** Statements of several lines stand apart. */
function ending(sql: string, next: string | undefined): string {
  return next !== undefined && (sql.includes('\n') || next.includes('\n')) ? ';\n' : ';'
}
