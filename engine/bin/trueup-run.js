#!/usr/bin/env node
import { load } from './load.js'

const [file, ...words] = process.argv.slice(2)
const { runModule } = await load()
process.argv.splice(1, process.argv.length, file, ...words)
await runModule(file, process.cwd())
