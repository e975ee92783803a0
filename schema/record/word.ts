import { keptUnits } from '../proposal/carry.ts'
import type { SourceId, Spot } from '../proposal/change.ts'
import { parseSource, sourceId, versionKey } from '../proposal/change.ts'
import { currentSource } from '../proposal/footprint.ts'
import { segment } from '../text/segment.ts'
import { plainText, runLength } from '../text/token.ts'
import type { Source, State } from './state.ts'

/** A word, a space, a mark or a break, or a part of a word, where it came to the record: units `from` up to `to` of a source. */
export interface Word {
  readonly source: SourceId
  readonly from: number
  readonly to: number
  /** Its characters; empty for a break or a reference to a footnote. */
  readonly text: string
}

/** The word a unit lies in, by the word boundaries of its own source. Throws RangeError where there is no unit. */
export function wordAt(state: State, { source: id, at }: Spot): Word {
  const source = state.sources.get(id)
  if (!source || at < 0 || at >= source.length) throw new RangeError(`no unit ${id}:${at}`)
  return wordsOf(source).find(({ to }) => at < to)!
}

const cut = new WeakMap<Source, readonly Word[]>()

/** All words of a source in order, without gaps. A word stays one where its formatting changes. */
export function wordsOf(source: Source): readonly Word[] {
  let found = cut.get(source)
  if (!found) {
    const words: Word[] = []
    let at = 0
    const add = (length: number, text: string) => {
      words.push({ source: source.id, from: at, to: at + length, text })
      at += length
    }
    let joined = ''
    const flush = () => {
      for (const part of segment(joined)) add(part.length, part)
      joined = ''
    }
    for (const run of source.runs) {
      if ('text' in run) joined += run.text
      else {
        flush()
        add(runLength(run), plainText([run]))
      }
    }
    flush()
    cut.set(source, (found = words))
  }
  return found
}

const aligned = new WeakMap<Source, WeakMap<Source, readonly (number | null)[]>>()

function keptBetween(from: Source, to: Source): readonly (number | null)[] {
  let byTarget = aligned.get(from)
  if (!byTarget) aligned.set(from, (byTarget = new WeakMap()))
  let kept = byTarget.get(to)
  if (!kept) byTarget.set(to, (kept = keptUnits(from.runs, to.runs).kept))
  return kept
}

/** The same word in another wording of the place, by the words the two share; null when it has none such. */
export function sameWordIn(state: State, word: Word, target: SourceId): Word | null {
  const [from, to] = [state.sources.get(word.source), state.sources.get(target)]
  if (!from || !to || from.portal || to.portal) return null
  const kept = keptBetween(from, to)
  const [first, last] = [kept[word.from], kept[word.to - 1]]
  if (first === undefined || first === null || last !== first + word.to - word.from - 1) return null
  return { ...word, source: target, from: first, to: last + 1 }
}

/** The same word in a neighbouring version of its proposal: in the same change, or another at the same place. */
export function inVersion(state: State, word: Word, version: number): Word | null {
  const parsed = parseSource(word.source)
  const other = parsed && state.proposals.get(parsed.proposal)?.versions[version - 1]
  if (!parsed || !other) return null
  const key = versionKey(parsed.proposal, version)
  const host = hostOf(state, word.source)
  const own = sourceId(key, parsed.index)
  const rest = other.changes.map((_, index) => sourceId(key, index)).filter((id) => id !== own)
  for (const id of [own, ...rest]) {
    const same = hostOf(state, id) === host ? sameWordIn(state, word, id) : null
    if (same) return same
  }
  return null
}

/** The source in which another lies, as it stands now; null for a paragraph of the text as opened. */
function hostOf(state: State, source: SourceId): SourceId | null {
  const anchor = state.sources.get(source)?.anchor
  return anchor ? currentSource(state, anchor.source) : null
}

/** Proposal and version that brought a source; null for the text as opened. */
export function broughtBy(source: SourceId): { proposal: number; version: number } | null {
  const parsed = parseSource(source)
  return parsed && { proposal: parsed.proposal, version: Number(parsed.key.split('.')[1]) }
}
