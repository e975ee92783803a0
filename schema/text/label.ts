import type { VersionKey } from '../proposal/change.ts'
import type { State } from '../record/state.ts'
import { roundBase } from '../record/state.ts'
import { numbering, ordinal, ordinalIndex, scoped, scopes, withoutSuffixes } from './numbering.ts'
import { layoutOf } from './text.ts'
import type { Head, ParagraphKind } from './token.ts'

const fixed = new WeakMap<State['opened'], WeakMap<ReadonlySet<VersionKey>, ReadonlyMap<string, string>>>()

/** Labels fixed when the round began: nothing numbered is numbered anew before the next revision. */
export function roundLabels(state: State): ReadonlyMap<string, string> {
  const base = roundBase(state)
  let byBase = fixed.get(state.opened)
  if (!byBase) fixed.set(state.opened, (byBase = new WeakMap()))
  let labels = byBase.get(base)
  if (!labels) {
    const heads = layoutOf(state, base).map(({ head }) => head)
    // Whoever came in as "OP2 bis" has a number of its own once a revision is issued.
    const counts = state.revisions.length > 0 ? withoutSuffixes(state.counts) : state.counts
    const numbers = numbering(heads, 'working', counts)
    labels = new Map(heads.map(({ id }, i) => [id, numbers[i]!]))
    byBase.set(base, labels)
  }
  return labels
}

/** A paragraph shown, and the one it is an alternative to. */
interface Labelled {
  readonly head: Head
  readonly alternativeTo: string | null
}

/** What a paragraph is called, and under what it is counted: "2" of "Article 3". */
export interface Label {
  readonly label: string
  /** Empty where numbers run through the whole text. */
  readonly under: string
}

/**
 * Labels of the paragraphs of a view. What came since the round began is named after the numbered paragraph
 * of its kind before it: "OP3 bis", "OP3 ter"; another wording of a paragraph "OP4 alt", "OP4 alt bis".
 */
export function labelsOf(state: State, shown: readonly Labelled[]): Label[] {
  const firm = roundLabels(state)
  const given = new Map<string, string>()
  const used = new Map<string, number>()
  let before = new Map<string, string>()
  let list = 0
  const numbered = new Set<ParagraphKind>()
  for (const { head } of shown) if (firm.has(head.id)) numbered.add(head.kind)
  const unders = scopes(
    shown.map(({ head }) => head),
    state.counts,
  )
  // Numbers that begin anew may do so under nothing with a name.
  let begun = 0
  const spans = shown.map(({ head }) => (state.counts.get(head.id)?.under === undefined ? begun : ++begun))
  const suffixOf = (id: string): string | undefined =>
    state.revisions.length > 0 ? undefined : state.counts.get(id)?.suffix
  shown.forEach(({ head }, i) => {
    const [own, suffix] = [firm.get(head.id), suffixOf(head.id)]
    if (own === undefined || suffix === undefined) return
    // What is proposed there stands behind the "bis" that the text came with.
    const gap = `${spans[i]!} ${own.slice(0, -suffix.length - 1)}`
    used.set(gap, Math.max(used.get(gap) ?? 0, ordinalIndex(suffix) + 1))
  })
  const labelOne = ({ head, alternativeTo }: Labelled, span: number): string => {
    const { id, kind, level } = head
    if (kind === 'plain') return ''
    if (alternativeTo !== null) {
      const stem = `${firm.get(alternativeTo) ?? given.get(alternativeTo) ?? ''} alt`.trim()
      const count = countUp(used, `${span} ${stem}`)
      return count === 0 ? stem : `${stem} ${ordinal(count - 1)}`
    }
    if (kind === 'annex' || state.counts.get(id)?.under !== undefined) before = new Map()
    if (kind === 'item') for (const deeper of itemSeries.slice(level + 1)) before.delete(deeper)
    else if (kind !== 'footnote') {
      list++
      for (const any of itemSeries) before.delete(any)
    }
    const series = kind === 'item' ? itemSeries[level]! : kind
    const own = firm.get(id)
    if (own !== undefined) {
      const suffix = suffixOf(id)
      before.set(series, suffix === undefined ? own : own.slice(0, -suffix.length - 1))
      return own
    }
    if (kind === 'title' || kind === 'heading') return ''
    const stem = before.get(series) ?? (numbered.has(kind) ? first[kind] : undefined)
    const scope = kind === 'item' ? list : span
    // What is wholly new, as a first footnote or a list, has nothing to stand after: it counts for itself.
    if (stem === undefined)
      return numbering([...Array<Head>(countUp(used, `${scope} ${series}`) + 1)].map(() => head)).at(-1)!
    return `${stem} ${ordinal(countUp(used, `${scope} ${stem}`))}`
  }
  return shown.map((one, i) => {
    const label = labelOne(one, spans[i]!)
    given.set(one.head.id, label)
    return { label, under: unders[i]! }
  })
}

/** Items of each level count by themselves. */
const itemSeries = ['item 0', 'item 1', 'item 2', 'item 3', 'item 4'] as const

/** What a proposed paragraph stands after when none of its kind comes before it. */
const first: Readonly<Partial<Record<ParagraphKind, string>>> = {
  preambular: 'PP0',
  operative: 'OP0',
  body: '0',
  annex: 'Annex',
  footnote: '0',
}

function countUp(used: Map<string, number>, stem: string): number {
  const count = used.get(stem) ?? 0
  used.set(stem, count + 1)
  return count
}

/**
 * Labels of the paragraphs of a view as sentences and addresses cite them: an item with all that it stands
 * under, "OP3 (a)(i)", for "(a)" alone may be any of a dozen; a number with what it is counted under,
 * "Article 3, 2"; prose without a number by the number before it and its place there, "OP3 ¶2".
 */
export function citations(shown: readonly (Pick<Head, 'kind' | 'level'> & Label)[]): string[] {
  let path: readonly string[] = []
  let prose = { behind: '', count: 0 }
  return shown.map(({ kind, level, label, under }) => {
    if (kind === 'footnote') return label
    if (kind === 'plain') path = [`${prose.behind} ¶${++prose.count}`.trim()]
    else if (kind === 'item') path = [...path.slice(0, Math.max(level, 1)), label]
    else {
      const number = label !== '' && under !== '' && scoped.has(kind) ? `${under}, ${label}` : label
      path = [number]
      prose = { behind: number, count: scoped.has(kind) ? 1 : 0 }
    }
    const [first, ...items] = path
    return `${first} ${items.join('')}`.trim()
  })
}

const cited = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string>>()

/**
 * Citation of a paragraph for sentences: as the round began, or as it has come to stand in the text since. Its id
 * when it has no label or only is asked for.
 */
export function labelOf(state: State, paragraph: string): string {
  const labels = roundLabels(state)
  let names = cited.get(labels)
  if (!names) {
    const heads = layoutOf(state, roundBase(state)).map(({ head }) => head)
    const unders = scopes(heads, state.counts)
    const all = citations(
      heads.map((head, i) => ({ ...head, label: labels.get(head.id) ?? '', under: unders[i]! })),
    )
    cited.set(labels, (names = new Map(heads.map(({ id }, i) => [id, all[i]!]))))
  }
  return names.get(paragraph) || presentCitations(state).get(paragraph) || paragraph
}

const present = new WeakMap<State, ReadonlyMap<string, string>>()

function presentCitations(state: State): ReadonlyMap<string, string> {
  let names = present.get(state)
  if (!names) {
    const heads = layoutOf(state, state.accepted).map(({ head }) => head)
    const labels = labelsOf(
      state,
      heads.map((head) => ({ head, alternativeTo: null })),
    )
    const all = citations(heads.map((head, i) => ({ ...head, ...labels[i]! })))
    present.set(state, (names = new Map(heads.map(({ id }, i) => [id, all[i]!]))))
  }
  return names
}
