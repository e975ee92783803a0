import { type Refusal, refuse } from '../../schema/refusal.ts'
import type { Warning } from './found.ts'

/** The characters of a text file, and what had to be assumed to read them. */
interface Decoded {
  readonly text: string
  readonly warnings: readonly Warning[]
}

const signatures: readonly (readonly [what: string, bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['old-word', [0xd0, 0xcf, 0x11, 0xe0]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
]

/**
 * Reads bytes as text: by byte order mark, as UTF-8, as UTF-16 without a mark, and last as Windows-1252,
 * which is reported. Refuses what is not text, and text in an encoding it cannot tell.
 */
export function decodeText(where: string, bytes: Uint8Array): Decoded | Refusal {
  const signature = signatures.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))
  if (signature) return refuse('malformed', { where, what: signature[0] })
  const marked = byteOrder(bytes)
  try {
    const text = new TextDecoder(marked ?? 'utf-8', { fatal: true }).decode(bytes)
    return isBinary(text) ? refuse('malformed', { where, what: 'not-text' }) : { text, warnings: [] }
  } catch {
    return marked === null ? western(where, bytes) : refuse('malformed', { where, what: 'encoding' })
  }
}

function byteOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // Without a mark, the zero half of ASCII characters (spaces, digits, line ends) gives UTF-16 away.
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++
  })
  const [even, odd] = zeros as [number, number]
  const enough = sample.length / 40
  if (odd > enough && even === 0) return 'utf-16le'
  if (even > enough && odd === 0) return 'utf-16be'
  return null
}

/**
 * Western text has an accent here and there. Where every fourth byte is beyond ASCII it is Arabic, Chinese
 * or Cyrillic in an encoding of its own, and reading it as Western would make rubbish of every word.
 */
function western(where: string, bytes: Uint8Array): Decoded | Refusal {
  const high = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
  const text = new TextDecoder('windows-1252').decode(bytes)
  if (isBinary(text)) return refuse('malformed', { where, what: 'not-text' })
  if (high * 4 > bytes.length) return refuse('malformed', { where, what: 'encoding' })
  return { text, warnings: [{ code: 'encoding-assumed', params: { encoding: 'Windows-1252' } }] }
}

/** A stray control character is a slip, and is removed later; one in a hundred is not text. */
function isBinary(text: string): boolean {
  const control = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0
  return control * 100 > text.length
}
