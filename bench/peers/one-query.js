// The yardstick: a bare process that connects with `pg` and sends one query, the script or nothing to speak of.
import { readFileSync } from 'node:fs'
import pg from 'pg'

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
await client.query(process.env.SCRIPT ? readFileSync(process.env.SCRIPT, 'utf8') : 'SELECT 1')
await client.end()
