import type { Paragraph } from '../../../schema/text/paragraph.ts'

/** Words of a panel that was closed before they were tabled; in this window alone, until it is closed or signed out. */
export interface KeptWords {
  readonly read: () => readonly Paragraph[] | null
  readonly keep: (words: readonly Paragraph[]) => void
  readonly forget: () => void
}

/** The words that a person was writing for one paragraph of a text. */
export function keptWords(person: string, text: string, paragraph: string): KeptWords {
  const place = `adref.words.${person}.${text}.${paragraph}`
  return {
    read: () => {
      try {
        return JSON.parse(sessionStorage.getItem(place) ?? 'null') as readonly Paragraph[] | null
      } catch {
        return null
      }
    },
    keep: (words) => sessionStorage.setItem(place, JSON.stringify(words)),
    forget: () => sessionStorage.removeItem(place),
  }
}
