import { diffArrays } from 'diff'
import { compare } from '../../schema/proposal/compare.ts'
import type { Act } from '../../schema/record/act.ts'
import { apply, replay } from '../../schema/record/apply.ts'
import type { State } from '../../schema/record/state.ts'
import { isRefusal } from '../../schema/refusal.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { textOf } from '../../schema/text/text.ts'
import { plainText, words } from '../../schema/text/token.ts'
import type { Lens, View } from '../../schema/view/passage.ts'
import { view } from '../../schema/view/view.ts'
import type { Figure } from './measure.ts'
import { median, timed } from './measure.ts'
import { addition } from './prose.ts'
import { diceOf } from './random.ts'
import type { LongRecord } from './record.ts'
import { longRecord } from './record.ts'

const runs = 9
/** Acts at the end of the record that the view follows one by one. */
const followed = 200
const changedParagraphs = 40

const compilation: Lens = { type: 'compilation', names: 'shown' }

/** Measures the pure functions on a text of full size. */
export async function measureCore(): Promise<Figure[]> {
  const record = longRecord('bench')
  const { acts, state } = record
  const sealedSize = `${record.words} words, ${record.open} open proposals ${record.depth} deep`
  const folding = timed(
    runs,
    () => null,
    () => replay(acts),
  )
  const parsing = lineParsing(acts)
  const base = textOf(state, new Set()).map(({ content }) => plainText(content))
  const plain = {
    what: 'joining the words',
    value: median(
      timed(
        runs,
        () => base,
        (all) => all.join('\n'),
      ),
    ),
  }
  const whole = (lens: Lens) =>
    timed(
      runs,
      () => replay(acts),
      (fresh) => view(fresh, lens),
    )
  const after = following(record)
  return [
    figure(`whole compilation (${sealedSize})`, whole(compilation), 150, plain),
    figure('whole clean text', whole({ type: 'clean' }), null, plain),
    figure('whole compilation again, nothing having changed', again(state), null, null),
    figure('compilation after one more act', after.views, 2, null),
    figure('judging and applying one act', after.applying, null, null),
    figure(`fold of ${acts.length} acts`, folding, 500, parsing),
    ...comparing(state),
  ]
}

function figure(what: string, samples: number[], target: number | null, peer: Figure['peer']): Figure {
  return { part: 'core', what, unit: 'ms', samples, value: median(samples), target, peer }
}

function lineParsing(acts: readonly Act[]): Figure['peer'] {
  const lines = acts.map((act) => JSON.stringify(act))
  return {
    what: 'JSON.parse',
    value: median(
      timed(
        runs,
        () => lines,
        (all) => all.map((line) => JSON.parse(line)),
      ),
    ),
  }
}

function again(state: State): number[] {
  const last = view(state, compilation)
  return timed(
    runs,
    () => null,
    () => view(state, compilation, last),
  )
}

/** Follows the last acts as a screen does: each applied, then shown over the view before it. */
function following({ acts }: LongRecord): { applying: number[]; views: number[] } {
  let state = replay(acts.slice(0, -followed))
  let shown: View = view(state, compilation)
  const [applying, views]: [number[], number[]] = [[], []]
  for (const act of acts.slice(-followed)) {
    applying.push(
      ...timed(
        1,
        () => null,
        () => (state = applied(state, act)),
      ),
    )
    views.push(
      ...timed(
        1,
        () => null,
        () => (shown = view(state, compilation, shown)),
      ),
    )
  }
  return { applying, views }
}

function applied(state: State, act: Act): State {
  const next = apply(state, act)
  if (isRefusal(next)) throw new RangeError(`act ${act.n} is refused: ${next.code}`)
  return next
}

/** Compares the text with a draft of it, cold (no caches) and as at the next key (the basis laid out before). */
function comparing(state: State): Figure[] {
  const set = state.accepted
  const text = textOf(state, set)
  const draft = draftOf(text)
  const cold = timed(
    runs,
    () => replay([], state),
    (fresh) => compare(fresh, new Set(set), draft),
  )
  const flat = (paragraphs: readonly Paragraph[]) =>
    paragraphs.flatMap(({ content }) => [...plainText(content).split(/(\s+)/), '\n'])
  const [a, b] = [flat(text), flat(draft)]
  const diff = {
    what: 'diffArrays',
    value: median(
      timed(
        runs,
        () => null,
        () => diffArrays(a, b),
      ),
    ),
  }
  return [figure(`compare with a draft that changed ${changedParagraphs} paragraphs`, cold, 150, diff)]
}

/** The text with words put into some paragraphs and taken out again further on. */
function draftOf(text: readonly Paragraph[]): Paragraph[] {
  const dice = diceOf(40)
  const step = Math.floor(text.length / changedParagraphs)
  return text.map((paragraph, i) => {
    if (i % step !== 1 || i / step >= changedParagraphs) return paragraph
    const parts = plainText(paragraph.content).split(' ')
    const at = dice(Math.max(1, parts.length - 4))
    parts.splice(at, 2, addition(dice))
    return { ...paragraph, content: [words(parts.join(' '))] }
  })
}
