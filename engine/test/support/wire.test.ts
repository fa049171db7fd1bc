import { describe, expect, test } from 'vitest'
import { followConversation } from './wire.ts'

describe('cutting a conversation into messages', () => {
  test('a message may arrive in pieces, and several in one piece', () => {
    const conversation = startedConversation()
    const query = typed('Q', 'SELECT 1\0')
    expect(conversation.fromClient(query.subarray(0, 3))).toEqual([])
    expect(conversation.fromClient(Buffer.concat([query.subarray(3), typed('X', '')]))).toEqual([
      { type: 'Q', bytes: query },
      { type: 'X', bytes: typed('X', '') },
    ])
  })

  test('after a refused request for TLS it goes on in the open', () => {
    const conversation = followConversation()
    expect(types(conversation.fromClient(encryptionRequest))).toEqual([''])
    expect(types(conversation.fromServer(Buffer.from('N')))).toEqual([''])
    expect(types(conversation.fromClient(startUp))).toEqual([''])
    expect(types(conversation.fromServer(typed('R', '\0\0\0\0')))).toEqual(['R'])
  })

  test('after an accepted one there is nothing to see', () => {
    const conversation = followConversation()
    conversation.fromClient(encryptionRequest)
    expect(types(conversation.fromServer(Buffer.from('S')))).toEqual([''])
    const pieces = conversation.fromClient(Buffer.from('any bytes at all'))
    expect(pieces).toEqual([{ type: '', bytes: Buffer.from('any bytes at all') }])
  })

  test('TLS without asking is recognised by its first byte', () => {
    const conversation = followConversation()
    expect(types(conversation.fromClient(Buffer.of(0x16, 3, 1)))).toEqual([''])
    expect(types(conversation.fromServer(Buffer.of(0x16, 3, 3)))).toEqual([''])
  })
})

const startUp = untyped(196608, 'user\0postgres\0\0')
const encryptionRequest = untyped(80877103, '')

function startedConversation() {
  const conversation = followConversation()
  conversation.fromClient(startUp)
  return conversation
}

function types(messages: readonly { readonly type: string }[]): string[] {
  return messages.map((message) => message.type)
}

function typed(type: string, content: string): Buffer {
  return Buffer.concat([Buffer.from(type), number(4 + content.length), Buffer.from(content)])
}

function untyped(code: number, content: string): Buffer {
  return Buffer.concat([number(8 + content.length), number(code), Buffer.from(content)])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
