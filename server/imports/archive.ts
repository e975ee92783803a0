import { unzipSync } from 'fflate'
import { type Refusal, refuse } from '../../schema/refusal.ts'

/** Bytes of one part of an archive once unpacked, of all parts taken from it, and entries it may list. */
const archiveLimits = { partBytes: 48 << 20, allBytes: 96 << 20, entries: 5_000 }

/** True when the bytes begin as a zip archive does. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

/**
 * Unpacks those parts of an archive that `wanted` names, and lists all names. What an archive says of
 * sizes is judged before anything is unpacked, and nothing is unpacked beyond what it said.
 */
export function unpack(
  where: string,
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): { names: string[]; parts: Record<string, Uint8Array> } | Refusal {
  const names: string[] = []
  let total = 0
  let tooLarge = false
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        if (tooLarge || names.length > archiveLimits.entries || !wanted(name)) return false
        total += originalSize
        tooLarge ||= originalSize > archiveLimits.partBytes || total > archiveLimits.allBytes
        return !tooLarge
      },
    })
    if (tooLarge) return refuse('too-large', { what: 'unpacked', limit: archiveLimits.partBytes })
    if (names.length > archiveLimits.entries)
      return refuse('too-large', { what: 'entries', limit: archiveLimits.entries })
    return { names, parts }
  } catch {
    return refuse('malformed', { where, what: 'damaged' })
  }
}
