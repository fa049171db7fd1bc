import type { Messages } from '../../messages/catalogue.ts'
import type { Place } from '../../postgres/database.ts'

export function placeText(place: Place, texts: Messages): string {
  switch (place.kind) {
    case 'server':
      return texts.place.server({ ...place, port: String(place.port) })
    case 'folder':
      return texts.place.folder({ folder: place.folder })
    case 'memory':
      return texts.place.memory()
  }
}

export function versionText(serverVersion: number): string {
  return `PostgreSQL ${Math.floor(serverVersion / 10000)}.${serverVersion % 10000}`
}
