/** The door for command lines: the `trueup` program and scripts that are one of its commands under another name. */

export { runModule } from '../project/run-module.ts'
export { main } from './main.ts'
