import type { SourceId } from '../proposal/change.ts'
import { parseSource } from '../proposal/change.ts'
import type { ChangeRef, Mark, State } from '../record/state.ts'
import { changeOf } from '../text/node.ts'
import type { LaidParagraph } from '../text/text.ts'
import { pieceRuns } from '../text/text.ts'
import type { NameOf } from './brackets.ts'
import { passagesOf } from './brackets.ts'
import type { Contest, HeadRequest, ParagraphView, Passage, Plain, Wording } from './passage.ts'
import type { LensSelection } from './selection.ts'
import type { Stretch } from './stretch.ts'

/** A paragraph and its alternative wordings; labels come when all paragraphs are known. */
export type Unlabelled = Omit<ParagraphView, 'label' | 'under'>

/** Finds the paragraph behind which a portal stands. */
export type PortalHolder = (portal: SourceId) => string | null

/** What a laid paragraph looks like: itself first, then each wording that rewrites it as a paragraph of its own. */
export function paragraphViews(
  state: State,
  laid: LaidParagraph,
  { open }: LensSelection,
  nameOf: NameOf,
  holder: PortalHolder,
): Unlabelled[] {
  const own = (chain: readonly SourceId[]) => chain.filter((source) => open(parseSource(source)!.key))
  const isOpen = ({ key }: Mark) => open(key)
  const all = laid.pieces.map((piece): Stretch => ({
    runs: pieceRuns(state, piece),
    source: piece.source,
    from: piece.from,
    inside: own(piece.chain),
    strikes: piece.strikes.filter(isOpen),
    holds: piece.holds.filter(isOpen),
  }))
  const outer = own(laid.break.chain)
  const level = commonLevel(outer, all)
  const requests: HeadRequest[] = []
  const ofBreak = laid.break.strikes.filter(isOpen)
  const deletes = ofBreak.filter((mark) => strikesAll(all, level, mark))
  for (const mark of ofBreak)
    requests.push({ type: deletes.includes(mark) ? 'delete' : 'join', by: nameOf(mark) })
  requests.push(...headRequests(state, laid.head.id, open, nameOf, holder))
  const spoken = all.filter((one) => !joiningSpace(one, ofBreak))
  const stretches = deletes.length
    ? spoken.map((one) => ({
        ...one,
        strikes: one.strikes.filter((mark) => !deletes.some((d) => same(d, mark))),
      }))
    : spoken
  const passages = passagesOf(stretches, level, nameOf, (a, b) =>
    state.proposals.get(a)!.alternatives.includes(b),
  )
  const entry = state.statuses.get(laid.head.id)
  const { id, kind, level: depth } = laid.head
  const common = {
    kind,
    level: depth,
    status: entry?.status ?? 'open',
    pending: entry?.pending ?? [],
  } as const
  const { main, alternatives } = partAlternatives(passages)
  const proposedBy = level.length ? [nameOf(refOf(level.at(-1)!))] : []
  const whole: Unlabelled = {
    ...common,
    id,
    proposedBy,
    alternativeTo: null,
    requests,
    passages: main,
    proposals: proposalsIn(all, [
      ...outer,
      ...ofBreak.map(idOf),
      ...requests.map(({ by }) => `${by.proposal}.`),
      // A paragraph that is only to be split off has no row of its own, but may be asked to be placed or made another kind.
      ...all
        .flatMap(({ runs }) => runs.flatMap((run) => ('break' in run ? [run.break.id] : [])))
        .flatMap((inside) => ofHead(state, inside, open).map(idOf)),
    ]),
    pairs: pairsIn(main) + (proposedBy.length || deletes.length ? 1 : 0),
  }
  return [
    whole,
    ...alternatives.map(({ by, passages: words }): Unlabelled => ({
      ...common,
      id: `${id}~${by[0]!.proposal}`,
      proposedBy: by,
      alternativeTo: id,
      requests: [],
      passages: words,
      proposals: by.map(({ proposal }) => proposal),
      pairs: pairsIn(words) + 1,
    })),
  ]
}

const refOf = (source: SourceId): ChangeRef => parseSource(source)!
const idOf = ({ key, index }: ChangeRef): string => `${key}/${index}`
const same = (a: ChangeRef, b: ChangeRef): boolean => a.key === b.key && a.index === b.index

/** The insertion in which the whole paragraph lies: that of its break, as far as all its words share it. */
function commonLevel(outer: readonly SourceId[], stretches: readonly Stretch[]): readonly SourceId[] {
  let depth = outer.length
  for (const { inside } of stretches)
    while (depth > 0 && !outer.slice(0, depth).every((source, i) => inside[i] === source)) depth--
  return outer.slice(0, depth)
}

/** True for the space between two paragraphs that are asked to be joined: the request says it already. */
function joiningSpace({ inside, runs: [run, more] }: Stretch, ofBreak: readonly Mark[]): boolean {
  const source = inside.at(-1)
  if (source === undefined || more || !run || !('text' in run) || run.text !== ' ') return false
  return ofBreak.some((mark) => idOf(mark) === source)
}

/** True when a strike on the break covers all the paragraph's own words too: it is deleted, not joined. */
function strikesAll(stretches: readonly Stretch[], level: readonly SourceId[], mark: Mark): boolean {
  return stretches
    .filter(({ inside }) => inside.length === level.length)
    .every(({ strikes }) => strikes.some((other) => same(mark, other)))
}

/** What is asked of a paragraph's kind, level and place by open proposals. */
const ofHead = (state: State, id: string, open: LensSelection['open']): readonly ChangeRef[] =>
  [...(state.sets.get(id) ?? []), ...(state.places.get(id) ?? [])].filter(({ key }) => open(key))

function headRequests(
  state: State,
  id: string,
  open: LensSelection['open'],
  nameOf: NameOf,
  holder: PortalHolder,
): HeadRequest[] {
  const requests: HeadRequest[] = []
  for (const ref of ofHead(state, id, open)) {
    const change = changeOf(state, ref.key, ref.index)
    const by = nameOf(ref)
    if (change.type === 'set')
      requests.push({ type: 'set', by, kind: change.kind ?? null, level: change.level ?? null })
    if (change.type === 'place') requests.push({ type: 'place', by, after: holder(idOf(ref)) })
  }
  return requests
}

function proposalsIn(stretches: readonly Stretch[], besides: readonly string[]): number[] {
  const found = new Set(besides.map((id) => parseInt(id, 10)))
  for (const { inside, strikes, holds } of stretches) {
    for (const source of inside) found.add(parseInt(source, 10))
    for (const { key } of strikes) found.add(parseInt(key, 10))
    for (const { key } of holds) found.add(parseInt(key, 10))
  }
  return [...found].sort((a, b) => a - b)
}

/** Pairs of brackets among passages: one for each wording, and those inside. */
function pairsIn(passages: readonly Passage[]): number {
  let pairs = 0
  for (const passage of passages)
    if (passage.type === 'contest')
      for (const wording of passage.wordings) pairs += 1 + pairsIn(wording.passages)
  return pairs
}

/** Share of a paragraph's characters that new wordings replace for them to be read as "OP4 alt". */
const mostOfParagraph = 0.8
const shortParagraph = 40

/** Takes the wordings that rewrite most of a paragraph out of it. */
function partAlternatives(passages: readonly Passage[]): {
  main: readonly Passage[]
  alternatives: Wording[]
} {
  const kept = { main: passages, alternatives: [] }
  const index = passages.findIndex(
    (passage) =>
      passage.type === 'contest' && passage.wordings.length > 1 && passage.wordings[0]!.role === 'standing',
  )
  const contest = passages[index] as Contest | undefined
  if (!contest) return kept
  const around = [...passages.slice(0, index), ...passages.slice(index + 1)]
  const [standing, ...asked] = contest.wordings
  const length = lengthOf(standing!.passages)
  const rest = lengthOf(around)
  const rewrites = length >= shortParagraph && length / (length + rest) >= mostOfParagraph
  if (!rewrites || around.some(({ type }) => type === 'contest')) return kept
  const [before, after] = [passages.slice(0, index), passages.slice(index + 1)] as Plain[][]
  return {
    main: [...before!, { type: 'contest', wordings: [standing!] }, ...after!],
    alternatives: asked.map((wording) => ({
      ...wording,
      passages: [...before!, ...wording.passages, ...after!],
    })),
  }
}

/** Characters of the text under negotiation among passages. */
const lengthOf = (passages: readonly Passage[]): number =>
  passages.reduce(
    (sum, passage) =>
      sum +
      (passage.type === 'words'
        ? 'text' in passage.run
          ? passage.run.text.length
          : 1
        : passage.wordings[0]!.role === 'standing'
          ? lengthOf(passage.wordings[0]!.passages)
          : 0),
    0,
  )
