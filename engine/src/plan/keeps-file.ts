/** Types whose values are kept in the same bytes: more room, or none said (manual: ALTER TABLE, Notes). */
export function keepsFile(from: string, to: string): boolean {
  if (from === to) return true
  const [before, after] = [typeParts(from), typeParts(to)]
  const roomier = after.size === undefined || (before.size !== undefined && after.size >= before.size)
  const sameScale = after.scale === undefined || before.scale === after.scale
  switch (`${before.name} > ${after.name}`) {
    case 'character varying > text':
    case 'text > character varying':
    case 'cidr > inet':
      return after.size === undefined
    case 'character varying > character varying':
    case 'bit varying > bit varying':
    case 'timestamp without time zone > timestamp without time zone':
    case 'timestamp with time zone > timestamp with time zone':
    case 'time without time zone > time without time zone':
      return roomier
    case 'numeric > numeric':
      return roomier && (sameScale || after.size === undefined)
    default:
      return false
  }
}

function typeParts(type: string) {
  const [, size, scale] = /\((\d+)(?:,(-?\d+))?\)/.exec(type) ?? []
  return { name: type.replace(/\([^)]*\)/, ''), size: size === undefined ? undefined : Number(size), scale }
}
