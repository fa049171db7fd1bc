/** Values by address (system catalog, oid, position). Most addresses have none, which one look at the oid tells. */
export interface ByAddress<Value> {
  get(catalog: number, oid: number, position: number): Value | undefined
  set(catalog: number, oid: number, position: number, value: Value): void
}

export function createByAddress<Value>(): ByAddress<Value> {
  const catalogs = new Map<number, Map<number, Map<number, Value>>>()
  return {
    get: (catalog, oid, position) => catalogs.get(catalog)?.get(oid)?.get(position),
    set(catalog, oid, position, value) {
      const oids = known(catalogs, catalog, () => new Map<number, Map<number, Value>>())
      known(oids, oid, () => new Map<number, Value>()).set(position, value)
    },
  }
}

function known<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
