import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { canonical } from '../../schema/record/chain.ts'
import { intentSchema } from '../../schema/record/deed.ts'
import { PROTOCOL_VERSION } from '../../schema/record/protocol.ts'

/**
 * Hash of what a client may send, by version. When it differs, clients and records of the version before
 * would misunderstand this one: raise PROTOCOL_VERSION, add its line of history, and put the new hash here.
 */
const hashes: Readonly<Record<number, string>> = {
  1: '9b56919bf3b42e795b2ee9e4431ff36599d8bab46c9e44000ebcfa41c85ee634',
  2: '493fa9391a6f5c2905684628b4fecfdd1ed5e3a90684f3ff257c68b1b8ab3061',
  3: '66e7a87c7ad699f2ef6cfbec68a1d906c7949f4d58d7773b15f799d0b6f0c12f',
}

it('[RC6] what a client may send has the hash of its protocol version', () => {
  const wire = canonical(z.toJSONSchema(intentSchema, { io: 'input' }))
  expect(bytesToHex(sha256(utf8ToBytes(wire)))).toBe(hashes[PROTOCOL_VERSION])
})

it('[RC6] every protocol version has its line of history', () => {
  const source = readFileSync(new URL('../../schema/record/protocol.ts', import.meta.url), 'utf8')
  const lines = [...source.matchAll(/^ \* (\d+)\. /gm)].map(([, number]) => Number(number))
  expect(lines).toEqual(Array.from({ length: PROTOCOL_VERSION }, (_, i) => i + 1))
})
