import { MikroORM } from '@mikro-orm/postgresql'
import { entities } from './mikro-orm-entities.js'
import { url } from './sketch.js'

const orm = await MikroORM.init({ clientUrl: url, entities, ensureDatabase: false })
process.stdout.write(await orm.schema.getUpdateSchemaSQL())
await orm.close()
