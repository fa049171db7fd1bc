/**
 * The few parts of ASN.1's distinguished encoding (X.690) that an X.509 certificate is made of.
 * Each function returns one encoded value.
 */
export const sequence = (...parts: readonly Buffer[]) => value(0x30, Buffer.concat(parts))
export const set = (...parts: readonly Buffer[]) => value(0x31, Buffer.concat(parts))
export const utf8String = (text: string) => value(0x0c, Buffer.from(text, 'utf8'))
export const octetString = (bytes: Buffer) => value(0x04, bytes)
export const bitString = (bytes: Buffer) => value(0x03, Buffer.concat([Buffer.of(0), bytes]))
export const truth = value(0x01, Buffer.of(0xff))
/** [n] around an encoded value. */
export const explicit = (tag: number, inner: Buffer) => value(0xa0 | tag, inner)
/** [n] instead of the value's own tag. */
export const implicit = (tag: number, bytes: Buffer) => value(0x80 | tag, bytes)

export function integer(bytes: Buffer): Buffer {
  const positive = (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes
  return value(0x02, positive)
}

export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return value(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

/** UTCTime: two digits of the year, good until 2049. */
export function time(date: Date): Buffer {
  return value(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`, 'ascii'))
}

function value(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content])
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length)
  return length < 0x100 ? Buffer.of(0x81, length) : Buffer.of(0x82, length >> 8, length & 0xff)
}

function base128(number: number): number[] {
  const digits = [number & 0x7f]
  for (let rest = number >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80)
  return digits
}
