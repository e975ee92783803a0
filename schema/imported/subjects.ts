import type { PositionOn } from '../party/position.ts'
import type { Range, SourceId } from '../proposal/change.ts'
import { anchorOf, rangesOf, sourceId, versionKey } from '../proposal/change.ts'
import { citations } from '../text/label.ts'
import { scopes } from '../text/numbering.ts'
import { isBreak } from '../text/token.ts'
import type { Author } from './author.ts'
import { countsOf } from './counts.ts'
import type { AsidePlan, Draft } from './plan.ts'
import { placeOf, type Script } from './script.ts'

/** Finds what remarks, positions and statuses speak of. */
export class Subjects {
  readonly #script: Script
  readonly #author: Author
  readonly #base: ReadonlySet<string>
  readonly #labels: ReadonlyMap<string, number>
  /** Paragraphs of the text with brackets in them. */
  readonly touched = new Set<string>()
  /** Acts by the paragraph, by its index, in which they are written. */
  readonly #acts = new Map<number, number[]>()

  constructor(script: Script, author: Author) {
    this.#script = script
    this.#author = author
    this.#base = new Set(author.scribe.base.map(({ id }) => id))
    const labels = new Map<string, number>()
    const counts = countsOf(author.scribe.base, script.paragraphs)
    const unders = scopes(script.paragraphs, new Map(counts.map((count) => [count.paragraph, count])))
    const cited = citations(
      script.paragraphs.map(({ kind, level, label }, i) => ({
        kind,
        level,
        label: label ?? '',
        under: unders[i]!,
      })),
    )
    script.paragraphs.forEach(({ id, label }, i) => {
      for (const name of new Set([bare(label ?? ''), bare(cited[i]!)])) {
        const known = labels.get(name)
        // A number is first of all that of a paragraph of the text.
        if (known === undefined || (!this.#base.has(script.paragraphs[known]!.id) && this.#base.has(id)))
          labels.set(name, i)
      }
    })
    labels.delete('')
    this.#labels = labels
    for (const { wordings, from } of author.groups) {
      const { index } = placeOf(script, from)
      for (const { acts } of wordings)
        for (const n of [acts.proposed, acts.struck, acts.held])
          if (n !== null) this.#acts.set(index, [...(this.#acts.get(index) ?? []), n])
    }
    const roots = new Map<SourceId, string | null>([...this.#base].map((id) => [id, id]))
    author.scribe.steps.forEach(({ deed }, i) => {
      for (const [index, change] of (deed.type === 'table' ? deed.changes : []).entries()) {
        const anchor = anchorOf(change)
        const runs = change.type === 'amend' ? (change.insert?.runs ?? []) : []
        // A new paragraph stands behind the one it is put in after, not in it.
        const isBehind =
          runs[0] !== undefined && isBreak(runs[0]) && anchor?.at === author.scribe.lengthOf(anchor!.source)
        const own = anchor && !isBehind ? anchor.source : null
        const root = own === null ? null : (roots.get(own) ?? null)
        roots.set(sourceId(versionKey(i + 2, 1), index), root)
        for (const source of [...rangesOf(change).map((range) => range.source), ...(own ? [own] : [])]) {
          const paragraph = roots.get(source)
          if (paragraph) this.touched.add(paragraph)
        }
      }
    })
  }

  isBase(paragraph: string): boolean {
    return this.#base.has(paragraph)
  }

  /** What is asked in the paragraph of a finding. */
  actsIn({ from }: Draft): readonly number[] {
    return this.#acts.get(placeOf(this.#script, from).index) ?? []
  }

  /**
   * What something said in a paragraph speaks of: a line of its own, or a footnote, speaks of the paragraph
   * before it.
   */
  on(index: number): PositionOn | null {
    const { paragraphs } = this.#script
    for (const i of [...countDown(index), ...countUp(index + 1, paragraphs.length)]) {
      const { id, kind } = paragraphs[i]!
      if (kind === 'footnote') continue
      if (this.#author.scribe.breakOf(id)) return { paragraph: id }
      const [proposal] = this.#acts.get(i) ?? []
      if (proposal !== undefined) return { proposal, version: 1 }
    }
    // A text of footnotes alone.
    const note = [paragraphs[index]!, ...paragraphs].find(({ id }) => this.#author.scribe.breakOf(id))
    return note ? { paragraph: note.id } : null
  }

  /** The paragraph something speaks of, with its words and its break; null where it is none. */
  words(index: number): { readonly paragraph: string; readonly ranges: readonly Range[] } | null {
    const on = this.on(index)
    const spot = on && 'paragraph' in on ? this.#author.scribe.breakOf(on.paragraph) : undefined
    if (!spot || !on || !('paragraph' in on)) return null
    const ranges = [{ source: spot.source, from: spot.at, to: this.#author.scribe.endOf(spot).at }]
    return { paragraph: on.paragraph, ranges }
  }

  /** True of what stands at the end of its paragraph, or makes up all of it. */
  isAtEdge({ from, to }: AsidePlan): boolean {
    const end = this.#script.ends[placeOf(this.#script, from).index]!
    return /^[\s.;\])]*$/.test(this.#script.text.slice(to, end))
  }

  /** The paragraph with this number. */
  numbered(label: string): number | null {
    return this.#labels.get(bare(label)) ?? null
  }

  /** The first paragraph that is named in some words by its number. */
  named(words: string): number | null {
    const number = /\b[OP]P\s?\d{1,3}(?:[\s.]?(?:bis|ter|quater|alt))*\b/gi
    for (const [label] of words.matchAll(number)) {
      const index = this.numbered(label)
      if (index !== null) return index
    }
    return null
  }
}

const bare = (label: string): string => label.replace(/[\s.:\u00a0\u202f]+/g, '').toLowerCase()

const countDown = (from: number): number[] => Array.from({ length: from + 1 }, (_, i) => from - i)
const countUp = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
