import { importedPrefix } from '../../frame/device.ts'
import type { Reviewed } from './reviewed.ts'

/** An import that was under correction in a tab that is closed. */
export interface LeftImport {
  readonly reviewed: Reviewed
  /** When it was last changed: milliseconds since 1970. */
  readonly atMs: number
}

/** Where the import of one person into one negotiation is kept on this device. */
export const placeOf = (person: string, negotiation: string): string =>
  `${importedPrefix}${person}.${negotiation}`

/** The import under correction in this tab, as after a reload; null for none. */
export const importHere = (place: string): Reviewed | null => read(sessionStorage, place)?.reviewed ?? null

/** The import that was last under correction in any tab; null for none, or once it was opened or put away. */
export const importLeft = (place: string): LeftImport | null => read(localStorage, place)

/** Keeps an import through a reload and beyond this tab; null forgets it. */
export function keepImport(place: string, reviewed: Reviewed | null, atMs: number): void {
  for (const storage of [sessionStorage, localStorage])
    try {
      if (reviewed) storage.setItem(place, JSON.stringify({ reviewed, atMs }))
      else storage.removeItem(place)
    } catch {
      // Too long for this browser's storage: the import lives in this page only.
    }
}

/** What an earlier program kept may have another form. */
function read(storage: Storage, place: string): LeftImport | null {
  try {
    const kept = JSON.parse(storage.getItem(place) ?? 'null') as Partial<LeftImport> | null
    const { reviewed, atMs } = kept ?? {}
    const isWhole = Array.isArray(reviewed?.paragraphs) && reviewed.labels && reviewed.corrections
    return isWhole && typeof atMs === 'number' ? { reviewed, atMs } : null
  } catch {
    return null
  }
}
