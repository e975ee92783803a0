import type { Spot } from '../../schema/proposal/change.ts'
import type { State } from '../../schema/record/state.ts'
import { numbering } from '../../schema/text/numbering.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import type { ParagraphKind, Run, Runs } from '../../schema/text/token.ts'
import { joinRuns, plainText, runLength, runsLength, sliceRuns } from '../../schema/text/token.ts'

interface Fresh {
  readonly fresh: () => string
}

/**
 * A draft after what is written in a case: `shall → should`, `− quick` strikes, `add after OP1: words`,
 * `delete OP2`, `join OP2`, `split OP1 before “two”`, `move OP5 after OP7`, `move OP2 to the beginning`,
 * `make OP1 item 1`, `footnote after “promptly”: words`; several are parted by ` & `.
 */
export function draftAfter(draft: readonly Paragraph[], words: string, ids: Fresh): Paragraph[] {
  return words.split(' & ').reduce((text, one) => edit(text, one, ids), [...draft])
}

function edit(draft: readonly Paragraph[], words: string, { fresh }: Fresh): Paragraph[] {
  const labels = numbering(draft)
  const find = (label: string): number => {
    const index = labels.indexOf(label)
    if (index < 0) throw new RangeError(`no paragraph ${label} among ${labels.join(', ')}`)
    return index
  }
  const parse = (pattern: RegExp) => pattern.exec(words)?.slice(1)
  const put = (index: number, ...now: Paragraph[]) => [
    ...draft.slice(0, index),
    ...now,
    ...draft.slice(index + 1),
  ]

  const added = parse(/^add after (.+?): (.*)$/)
  if (added) {
    const at = find(added[0]!)
    const { kind, level } = draft[at]!
    return put(at, draft[at]!, { id: fresh(), kind, level, content: [{ text: added[1]! }] })
  }
  const gone = parse(/^delete (.*)$/)
  if (gone) return put(find(gone[0]!))
  const joined = parse(/^join (.*)$/)
  if (joined) {
    const at = find(joined[0]!)
    const [before, here] = [draft[at - 1]!, draft[at]!]
    const whole = { ...before, content: joinRuns([...before.content, ...here.content]) }
    return [...draft.slice(0, at - 1), whole, ...draft.slice(at + 1)]
  }
  const split = parse(/^split (.+) before “(.*)”$/)
  if (split) {
    const at = find(split[0]!)
    const here = draft[at]!
    const gap = offsetOf(here.content, split[1]!)
    const [head, tail] = [
      sliceRuns(here.content, 0, gap),
      sliceRuns(here.content, gap, runsLength(here.content)),
    ]
    return put(at, { ...here, content: head }, { ...here, id: fresh(), content: tail })
  }
  const moved = parse(/^move (.+?) (?:after (.*)|to the beginning)$/)
  if (moved) {
    const here = draft[find(moved[0]!)]!
    const behind = moved[1] === undefined ? null : draft[find(moved[1])]!
    const rest = draft.filter((one) => one !== here)
    const at = behind ? rest.indexOf(behind) + 1 : 0
    return [...rest.slice(0, at), here, ...rest.slice(at)]
  }
  const made = parse(/^make (.+?) (\w+) (\d)$/)
  if (made) {
    const at = find(made[0]!)
    return put(at, { ...draft[at]!, kind: made[1] as ParagraphKind, level: Number(made[2]) })
  }
  const noted = parse(/^footnote after “(.*)”: (.*)$/)
  if (noted) {
    const { at, gap } = whereIs(draft, noted[0]!)
    const id = fresh()
    const content = replaced(draft[at]!.content, gap + noted[0]!.length, 0, [{ note: id }])
    const foot: Paragraph = { id, kind: 'footnote', level: 0, content: [{ text: noted[1]! }] }
    return put(at, { ...draft[at]!, content }, foot)
  }
  const [was, now] = words.startsWith('− ') ? [words.slice(2), ''] : words.split(' → ')
  if (now === undefined) throw new RangeError(`cannot read “${words}”`)
  const { at, gap } = whereIs(draft, was!)
  return put(at, {
    ...draft[at]!,
    content: replaced(draft[at]!.content, gap, was!.length, now ? [{ text: now }] : []),
  })
}

function replaced(content: Runs, at: number, length: number, runs: Run[]): Run[] {
  const [head, tail] = [sliceRuns(content, 0, at), sliceRuns(content, at + length, runsLength(content))]
  return joinRuns([...head, ...runs, ...tail])
}

function whereIs(draft: readonly Paragraph[], words: string): { at: number; gap: number } {
  const at = draft.findIndex(({ content }) => plainText(content).includes(words))
  if (at < 0) throw new RangeError(`“${words}” is nowhere`)
  return { at, gap: offsetOf(draft[at]!.content, words) }
}

/** Offset, in units, of words that stand in one run of a paragraph. */
function offsetOf(content: Runs, words: string): number {
  let at = 0
  for (const run of content) {
    const found = 'text' in run ? run.text.indexOf(words) : -1
    if (found >= 0) return at + found
    at += runLength(run)
  }
  throw new RangeError(`“${words}” is nowhere`)
}

/** Where words of the text, or of a proposal, stand in their source. */
export function gapAt(state: State, words: string): Spot {
  for (const { id, runs } of state.sources.values()) {
    let at = 0
    for (const run of runs) {
      const found = 'text' in run ? run.text.indexOf(words) : -1
      if (found >= 0) return { source: id, at: at + found }
      at += runLength(run)
    }
  }
  throw new RangeError(`“${words}” is nowhere`)
}
