import type { Paragraph } from '../../../schema/text/paragraph.ts'
import type { ParagraphKind, Run } from '../../../schema/text/token.ts'
import {
  isWords,
  paragraphKinds,
  joinRuns,
  plainText,
  runsLength,
  sliceRuns,
  words,
} from '../../../schema/text/token.ts'

type Paragraphs = readonly Paragraph[]

/** Depths a kind can have: headings unnumbered or I., A., 1.; items (a), (i), a.; every other kind stands at 0. */
export function levelsOf(kind: ParagraphKind): readonly number[] {
  return kind === 'heading' ? [0, 1, 2, 3] : kind === 'item' ? [1, 2, 3] : [0]
}

/** Kinds a paragraph can be made. Nothing becomes a footnote: there would be no reference to it. */
export const kindsFor = ({ kind }: Paragraph): readonly ParagraphKind[] =>
  paragraphKinds.filter((other) => other !== 'footnote' || kind === 'footnote')

/**
 * Makes one paragraph another kind; its level is kept where the new kind has it. References to what was a
 * footnote are dropped.
 */
export function setKind(paragraphs: Paragraphs, id: string, kind: ParagraphKind): Paragraphs {
  const changed = edit(paragraphs, id, (paragraph) => {
    const levels = levelsOf(kind)
    const level = levels.includes(paragraph.level) ? paragraph.level : (levels[0] ?? 0)
    return [{ ...paragraph, kind, level }]
  })
  return kind === 'footnote' ? changed : withoutNotes(changed, new Set([id]))
}

/** Sets the level of a heading or an item. */
export const setLevel = (paragraphs: Paragraphs, id: string, level: number): Paragraphs =>
  edit(paragraphs, id, (paragraph) =>
    levelsOf(paragraph.kind).includes(level) ? [{ ...paragraph, level }] : [paragraph],
  )

/** The paragraph that one would be joined to: the one before it, footnotes left aside; null for the first. */
export function joinsTo(paragraphs: Paragraphs, id: string): Paragraph | null {
  const at = paragraphs.findIndex((paragraph) => paragraph.id === id)
  const isNote = paragraphs[at]?.kind === 'footnote'
  const before = paragraphs.slice(0, Math.max(0, at))
  return before.findLast(({ kind }) => (kind === 'footnote') === isNote) ?? null
}

/** Adds a paragraph's words, after a space, to the paragraph before it. */
export function joinUp(paragraphs: Paragraphs, id: string): Paragraphs {
  const into = joinsTo(paragraphs, id)
  const joined = paragraphs.find((paragraph) => paragraph.id === id)
  if (!into || !joined) return paragraphs
  const gap = needsSpace(into.content, joined.content) ? [words(' ')] : []
  return notesInPlace(
    paragraphs.flatMap((paragraph) => {
      if (paragraph.id === id) return []
      if (paragraph.id !== into.id) return [paragraph]
      return [{ ...paragraph, content: joinRuns([...into.content, ...gap, ...joined.content]) }]
    }),
  )
}

/**
 * Divides a paragraph at `offset` (in units of its content); the rest becomes a paragraph of the same kind
 * called `rest`. Spaces at the cut are dropped. At either end nothing is divided.
 */
export function divide(paragraphs: Paragraphs, id: string, offset: number, rest: string): Paragraphs {
  const divided = edit(paragraphs, id, (paragraph) => {
    const { content } = paragraph
    const [first, second] = [
      trimmed(sliceRuns(content, 0, offset), 'end'),
      trimmed(sliceRuns(content, offset, runsLength(content)), 'start'),
    ]
    if (first.length === 0 || second.length === 0) return [paragraph]
    return [
      { ...paragraph, content: first },
      { ...paragraph, id: rest, content: second },
    ]
  })
  return notesInPlace(divided)
}

/** Leaves a paragraph out, with the footnotes it refers to; references to a footnote left out go too. */
export function leaveOut(paragraphs: Paragraphs, id: string): Paragraphs {
  const gone = paragraphs.find((paragraph) => paragraph.id === id)
  const out = new Set([id, ...(gone?.content ?? []).flatMap((run) => ('note' in run ? [run.note] : []))])
  return withoutNotes(
    paragraphs.filter((paragraph) => !out.has(paragraph.id)),
    out,
  )
}

/**
 * A paragraph as a string in which every unit is one UTF-16 unit, so that a caret in it is an offset:
 * a footnote reference reads as a dagger, a line break as a newline.
 */
export const unitText = (content: readonly Run[]): string =>
  content.map((run) => (isWords(run) ? run.text : 'note' in run ? '†' : '\n')).join('')

/** The official language whose letters a text is mostly written in; English for Latin letters. */
export function languageOf(paragraphs: Paragraphs): string {
  const sample = paragraphs
    .map(({ content }) => plainText(content))
    .join(' ')
    .slice(0, 20_000)
  const count = (letters: RegExp): number => sample.match(letters)?.length ?? 0
  const scripts: readonly (readonly [string, number])[] = [
    ['ar', count(/\p{Script=Arabic}/gu)],
    ['zh', count(/\p{Script=Han}/gu) * 3],
    ['ru', count(/\p{Script=Cyrillic}/gu)],
    ['en', count(/\p{Script=Latin}/gu)],
  ]
  return scripts.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

function edit(paragraphs: Paragraphs, id: string, change: (paragraph: Paragraph) => Paragraphs): Paragraphs {
  return paragraphs.flatMap((paragraph) => (paragraph.id === id ? change(paragraph) : [paragraph]))
}

function withoutNotes(paragraphs: Paragraphs, out: ReadonlySet<string>): Paragraphs {
  return paragraphs.map((paragraph) => {
    const content = paragraph.content.filter((run) => !('note' in run && out.has(run.note)))
    return content.length === paragraph.content.length
      ? paragraph
      : { ...paragraph, content: joinRuns(content) }
  })
}

/** Every footnote after the paragraph that refers to it; one that nothing refers to stays where it is. */
function notesInPlace(paragraphs: Paragraphs): Paragraphs {
  const notes = new Map(paragraphs.filter(({ kind }) => kind === 'footnote').map((note) => [note.id, note]))
  const referred = new Set(
    paragraphs.flatMap(({ content }) => content.flatMap((run) => ('note' in run ? [run.note] : []))),
  )
  return paragraphs.flatMap((paragraph) => {
    if (referred.has(paragraph.id) && notes.has(paragraph.id)) return []
    const own = paragraph.content.flatMap((run) => ('note' in run ? [notes.get(run.note)] : []))
    return [paragraph, ...own.filter((note) => note !== undefined)]
  })
}

function needsSpace(before: readonly Run[], after: readonly Run[]): boolean {
  const [left, right] = [unitText(before).at(-1) ?? ' ', unitText(after)[0] ?? ' ']
  // Chinese is written without spaces.
  return !/\s/.test(left) && !/\s/.test(right) && !/\p{Script=Han}|[，。；：、]/u.test(left)
}

function trimmed(content: readonly Run[], side: 'start' | 'end'): Run[] {
  const text = unitText(content)
  const kept = side === 'end' ? text.trimEnd() : text.trimStart()
  const cut = text.length - kept.length
  return joinRuns(
    side === 'end' ? sliceRuns(content, 0, text.length - cut) : sliceRuns(content, cut, text.length),
  )
}
