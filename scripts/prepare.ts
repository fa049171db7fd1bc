import { buildEngine } from './build-engine.ts'

/** Runs at the end of `npm ci`: leaves a built engine and warm caches, so that the first command is quick. */
await buildEngine()
const { warmCache } = await import('../engine/src/project/warm-cache.ts')
await warmCache(process.cwd())
