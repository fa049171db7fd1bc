import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runFolder } from '../../engine/test/support/run-folder.ts'
import { plainSketch } from './plain-sketch.ts'
import { sketchPrisma } from './sketch-prisma.ts'
import { sketchSql } from './sketch-sql.ts'

/** The sketch in the forms that those tools read which do not read Drizzle models. */
export interface SketchFiles {
  readonly json: string
  readonly sql: string
  readonly prisma: string
}

export function writeSketchFiles(): SketchFiles {
  const folder = mkdtempSync(join(runFolder(), 'sketch-'))
  const tables = plainSketch()
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  return {
    json: write('sketch.json', JSON.stringify(tables)),
    sql: write('sketch.sql', sketchSql(tables)),
    prisma: write('schema.prisma', sketchPrisma(tables)),
  }
}
