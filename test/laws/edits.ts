import type { Paragraph } from '../../schema/text/paragraph.ts'
import type { ParagraphKind, Run, Runs } from '../../schema/text/token.ts'
import { joinRuns, runsLength, sliceRuns } from '../../schema/text/token.ts'

/** What one simulated colleague does to a draft: `what` chooses the edit, the rest where and with which words. */
export interface Edit {
  readonly what: number
  readonly where: number
  readonly from: number
  readonly length: number
  readonly words: number
}

/** Words that are typed: with and without spaces, right to left, ideographs, beyond U+FFFF, brackets. */
export const vocabulary = [
  'shall',
  'should',
  'may',
  'promptly ',
  ', as appropriate,',
  'and ',
  'the ',
  'voluntary ',
  'التعاون ',
  'على أساس',
  '合作',
  '各国应',
  '👩‍🚀 ',
  '🌍',
  'Parties ',
  'report',
  ' ',
  'naïve ',
  'Recalling ',
  'annually',
  '[sic] ',
] as const
const kinds: readonly ParagraphKind[] = ['preambular', 'operative', 'body', 'item', 'heading', 'plain']

/** Gaps at which no character is cut in two. */
export const gapsIn = (runs: Runs): number[] => {
  const out = [0]
  let at = 0
  for (const run of runs) {
    if ('text' in run) for (const character of run.text) out.push((at += character.length))
    else out.push((at += 1))
  }
  return out
}

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!

/** A draft after one edit. New paragraphs take their ids from `fresh`. */
export function edited(draft: readonly Paragraph[], edit: Edit, fresh: () => string): Paragraph[] {
  if (!draft.length) return []
  const { what, where, from, length, words } = edit
  const index = where % draft.length
  const here = draft[index]!
  const places = gapsIn(here.content)
  const start = pick(places, from)
  const end = places[Math.min(places.length - 1, places.indexOf(start) + 1 + (length % 12))]!
  const inserted: Run[] = [
    words % 7 === 0
      ? { text: pick(vocabulary, words), marks: { em: true } }
      : { text: pick(vocabulary, words) + (words % 3 === 0 ? pick(vocabulary, words >> 3) : '') },
  ]
  const put = (...content: Runs[]): Paragraph[] => [
    ...draft.slice(0, index),
    { ...here, content: joinRuns(content.flat()) },
    ...draft.slice(index + 1),
  ]
  const [head, tail] = [
    sliceRuns(here.content, 0, start),
    sliceRuns(here.content, end, runsLength(here.content)),
  ]
  switch (what % 14) {
    case 0:
    case 1:
      return put(head, inserted, sliceRuns(here.content, start, runsLength(here.content)))
    case 2:
    case 3:
      return put(head, tail)
    case 4:
    case 5:
      return put(head, inserted, tail)
    case 6: {
      const rest = sliceRuns(here.content, start, runsLength(here.content))
      const split = { id: fresh(), kind: here.kind, level: here.level, content: joinRuns(rest) }
      return [
        ...draft.slice(0, index),
        { ...here, content: joinRuns(head) },
        split,
        ...draft.slice(index + 1),
      ]
    }
    case 7:
      if (index === 0) return [...draft]
      return [
        ...draft.slice(0, index - 1),
        { ...draft[index - 1]!, content: joinRuns([...draft[index - 1]!.content, ...here.content]) },
        ...draft.slice(index + 1),
      ]
    case 8: {
      const rest = [...draft.slice(0, index), ...draft.slice(index + 1)]
      const to = from % (rest.length + 1)
      return [...rest.slice(0, to), here, ...rest.slice(to)]
    }
    case 9:
      return draft.length > 1 ? [...draft.slice(0, index), ...draft.slice(index + 1)] : [...draft]
    case 10: {
      const added = { id: fresh(), kind: here.kind, level: here.level, content: joinRuns(inserted) }
      return [...draft.slice(0, index + 1), added, ...draft.slice(index + 1)]
    }
    case 11:
      return [
        ...draft.slice(0, index),
        { ...here, kind: pick(kinds, words), level: here.level === 0 ? 1 : 0 },
        ...draft.slice(index + 1),
      ]
    case 12:
      return put(inserted, [{ text: ' ' }], inserted, [{ text: pick(vocabulary, from) }])
    default:
      return put(head, [{ line: true }], sliceRuns(here.content, start, runsLength(here.content)))
  }
}
