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

/** The first line about any database: which one, of which environment. */
export function whereLine(
  { environment, place }: { readonly environment: string; readonly place: Place },
  { serverVersion }: { readonly serverVersion: number },
  texts: Messages,
): string {
  return texts.create.environment({
    environment,
    place: placeText(place, texts),
    version: versionText(serverVersion),
  })
}

export function versionText(serverVersion: number): string {
  return `PostgreSQL ${Math.floor(serverVersion / 10000)}.${serverVersion % 10000}`
}
