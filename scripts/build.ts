import { execFileSync } from 'node:child_process'
import { buildEngine } from './build-engine.ts'

await buildEngine()
execFileSync('npx', ['tsc', '--project', 'engine'], { stdio: 'inherit' })
