import { setTimeout as sleep } from 'node:timers/promises'
import { openEmbedded } from '../../src/postgres/embedded.ts'

/** Writes rows into the embedded database of a folder and prints each one once it is acknowledged, until killed. */
const [folder = '', cache] = process.argv.slice(2)

for (let row = 0; ; ) {
  const database = await openEmbedded(folder, { command: 'writer', cache }).catch(async (error) => {
    if (error.code !== 'EMBEDDED-IN-USE') console.log(`failed ${error.code}`)
    await sleep(20 + Math.random() * 50)
  })
  if (!database) continue
  await database.query('CREATE TABLE IF NOT EXISTS written (id text PRIMARY KEY)')
  for (let count = 0; count < 10; count += 1, row += 1) {
    const id = `${process.pid}-${row}`
    await database.query(`INSERT INTO written VALUES ('${id}')`)
    console.log(`wrote ${id}`)
  }
  await database.close()
}
