import { MikroORM } from '@mikro-orm/postgresql'
import { entities } from './mikro-orm-entities.js'
import { url } from './sketch.js'

const orm = await MikroORM.init({ clientUrl: url, entities, ensureDatabase: false })
await orm.schema.update()
await orm.close()
