/** The door for command lines: the `trueup` program and scripts that are one of its commands under another name. */

export { type ExitCode, exitCodes } from '../errors/exit-codes.ts'
export type { Language } from '../messages/catalogue.ts'
export { runModule } from '../project/run-module.ts'
export { alignColumns } from '../report/terminal/columns.ts'
export { main } from './main.ts'
export { runScript, type Script, type ScriptContext } from './run-script.ts'
export type { Terminal } from './terminal.ts'
