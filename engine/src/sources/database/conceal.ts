import { scryptSync } from 'node:crypto'
import { secret } from '../../postgres/url/secret.ts'
import { isSecretMarker, secretMarker } from '../../sql/secret-marker.ts'

/** Keeps the secrets of one reading, and gives markers for them. */
export interface Vault {
  readonly secrets: Map<string, ReturnType<typeof secret>>
  /** @param place where the secret stands: the same secret elsewhere has another marker. */
  conceal(place: string, value: string): string
}

/** Slow to compute on purpose: markers are kept in files, and a password must not be found by guessing. */
const cost = { N: 8192, r: 8, p: 1 }

export function createVault(): Vault {
  const secrets: Vault['secrets'] = new Map()
  return {
    secrets,
    conceal(place, value) {
      if (isSecretMarker(value)) return value // a scratch copy, which was never told the secret
      const marker = secretMarker(scryptSync(value, place, 6, cost).toString('hex'))
      secrets.set(marker, secret(value))
      return marker
    },
  }
}
