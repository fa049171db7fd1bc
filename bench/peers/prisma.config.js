// Prisma's native engine is downloaded from its own server at first use. Where that cannot be reached, its
// WebAssembly engine works over a driver adapter; the native one may well be faster.
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { defineConfig } from 'prisma/config'

// The adapter refuses three types of the system catalogs which its own engine asks for: char, name, name[].
const asText = { 18: 25, 19: 25, 1003: 1009 }

function openPool() {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })
  const query = pool.query.bind(pool)
  pool.query = async (...args) => {
    const result = await query(...args)
    for (const field of result.fields ?? []) field.dataTypeID = asText[field.dataTypeID] ?? field.dataTypeID
    return result
  }
  return pool
}

// After a push over an adapter the process does not end by itself.
const write = process.stdout.write.bind(process.stdout)
process.stdout.write = (text, ...rest) => {
  if (/ in sync with /.test(text)) setImmediate(() => process.exit(0))
  return write(text, ...rest)
}

export default defineConfig({
  schema: process.env.PRISMA_SCHEMA,
  experimental: { adapter: true },
  engine: 'js',
  adapter: async () => new PrismaPg(openPool(), { disposeExternalPool: true }),
})
