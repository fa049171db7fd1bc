/** The door for command lines: the `trueup` program and scripts that are one of its commands under another name. */

export { runModule } from '../modules/run-module.ts'
export { main } from './main.ts'
