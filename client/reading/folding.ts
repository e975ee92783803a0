import type { Passage, Wording } from '../../schema/view/passage.ts'

/** Which brackets are folded to "[…]". */
export interface Folding {
  /** Brackets deeper than this are folded; null folds none. */
  readonly below: number | null
  /** Brackets and sections that were folded (true) or unfolded by themselves, by name. */
  readonly turned: ReadonlyMap<string, boolean>
}

/** Nothing is folded. */
export const unfolded: Folding = { below: null, turned: new Map() }

/** True for a bracket that shows as "[…]". */
export const isFolded = ({ below, turned }: Folding, name: string, depth: number): boolean =>
  turned.get(name) ?? (below !== null && depth > below)

/** True when anything is folded. */
export const foldsAny = ({ below, turned }: Folding): boolean =>
  below !== null || [...turned.values()].includes(true)

/** The same with one bracket turned the other way. */
export function turn({ below, turned }: Folding, name: string, folded: boolean): Folding {
  return { below, turned: new Map(turned).set(name, folded) }
}

/**
 * What a bracket of a paragraph is called, however often the paragraph is drawn: it stays the same while who
 * asks for it and the words it begins with do.
 */
export function foldName(paragraph: string, { role, by, passages }: Wording, depth: number): string {
  const asked = role === 'proposed' ? (by[0]?.proposal ?? '') : ''
  return `${paragraph}:${depth}:${asked}:${beginning(passages)}`
}

function beginning([first]: readonly Passage[]): string {
  if (!first) return ''
  return first.type === 'words'
    ? `${first.origin.source}@${first.origin.at}`
    : beginning(first.wordings[0]!.passages)
}

/** The words of passages, brackets in them included, as far as a count of them needs. */
export const textIn = (passages: readonly Passage[]): string =>
  passages
    .map((passage) =>
      passage.type === 'words'
        ? 'text' in passage.run
          ? passage.run.text
          : ' '
        : passage.wordings.map(({ passages: inner }) => ` ${textIn(inner)} `).join(''),
    )
    .join('')
