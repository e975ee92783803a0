import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { parseSource } from '../../schema/proposal/change.ts'
import type { Act } from '../../schema/record/act.ts'
import { replay } from '../../schema/record/apply.ts'
import { counterpart, fateOf, fateOfPiece, partAt, type Drop } from '../../schema/record/fate.ts'
import { lastOf, lifeOf } from '../../schema/record/life.ts'
import { findWords } from '../../schema/record/find.ts'
import { droppedWords, stretchesOf } from '../../schema/record/lost.ts'
import type { State } from '../../schema/record/state.ts'
import { wordsOf, type Word } from '../../schema/record/word.ts'
import { paragraphRuns } from '../../schema/text/paragraph.ts'
import { streamOf } from '../../schema/text/stream.ts'
import { layoutOf, textOf } from '../../schema/text/text.ts'
import { plainText } from '../../schema/text/token.ts'
import { view } from '../../schema/view/view.ts'
import { negotiation, numRuns, timeoutMs } from './generate.ts'
import { chair } from './negotiation.ts'

vi.setConfig({ testTimeout: timeoutMs })

/** What an act brings to the record in words. */
function wordsBrought({ deed }: Act): string[] {
  if (deed.type === 'open') return deed.paragraphs.map((one) => plainText(paragraphRuns(one)))
  if (deed.type !== 'table' && deed.type !== 'revise' && deed.type !== 'amend') return []
  return deed.changes.flatMap((change) =>
    change.type === 'amend' && change.insert ? [plainText(change.insert.runs)] : [],
  )
}

/** The acts that may drop words so, of those that the record has. */
function drops({ deed, n }: Act, { how, proposal }: Drop): boolean {
  switch (how) {
    case 'struck':
      return (
        (deed.type === 'rule' && deed.ruling === 'accepted' && deed.proposal === proposal) ||
        (deed.type === 'amend' && n === proposal)
      )
    case 'revised':
      return deed.type === 'revise' && deed.proposal === proposal
    case 'withdrawn':
      return deed.type === 'withdraw' && deed.proposal === proposal
    case 'superseded':
      return deed.type === 'amend' || (deed.type === 'rule' && ['accepted', how].includes(deed.ruling))
    case 'lapsed':
    case 'merged':
      return deed.type === 'rule' && deed.ruling === how && deed.proposal === proposal
  }
}

/** Every word of the record, whatever became of it. */
const everyWord = (state: State): Word[] => [...state.sources.values()].flatMap(wordsOf)

/** The act that brought the words of a source. */
const broughtAt = (state: State, { source }: Word): number | undefined => {
  const [proposal, version] = source.split(/[./]/).map(Number)
  return state.proposals.get(proposal!)?.versions[version! - 1]?.n
}

const holdsWord = (piece: { source: string; from: number; to: number }, word: Word): boolean =>
  piece.source === word.source && piece.from <= word.from && word.from < piece.to

const cut = fc.integer({ min: 1, max: 60 })

/** The same negotiation, at whose end the chair merges some of what is open into something else that is. */
const mergedToo = fc.tuple(negotiation, fc.array(fc.nat(), { maxLength: 3 })).map(([it, choices]) => {
  for (const choice of choices) {
    const open = [...it.now.proposals.values()].filter(({ status }) => status === 'open')
    const [one, into] = [open[choice % open.length], open[(choice >> 3) % open.length]]
    if (!one || !into) break
    const { length: version } = one.versions
    it.act(chair, { type: 'rule', proposal: one.id, version, ruling: 'merged', into: into.id, reason: '' })
  }
  return it
})

describe('law 8: every word answers', () => {
  it('[ST7] who first asked for it, when, and by which act it entered, at any act of the record', () => {
    fc.assert(
      fc.property(mergedToo, cut, ({ acts }, end) => {
        const state = replay(acts.slice(0, Math.min(end, acts.length)))
        for (const laid of layoutOf(state, state.accepted))
          for (const piece of [laid.break, ...laid.pieces]) {
            // A text keeps its first break although it is struck: it never begins without one.
            if (piece.strikes.some(({ key }) => state.accepted.has(key))) continue
            const life = lifeOf(state, acts, { source: piece.source, at: piece.from })
            expect(life.fate.type).toBe('standing')
            expect(life.word.source).toBe(piece.source)
            expect([life.word.from <= piece.from, life.word.to > piece.from]).toEqual([true, true])
            const asked = acts[life.first.n - 1]!
            expect(wordsBrought(asked).some((words) => words.includes(life.word.text))).toBe(true)
            const own = parseSource(piece.source)
            const version = own && state.proposals.get(own.proposal)!.versions.at(-1)!
            expect(life.first.n).toBeLessThanOrEqual(version?.n ?? 1)
            expect([asked.at, asked.by.name]).toEqual([life.first.at, life.first.person])
            const entered = piece.keys.map((key) => state.proposals.get(parseInt(key, 10))!.outcome!.n)
            expect(life.entered).toBe(Math.max(1, ...entered))
            const numbers = life.events.map(({ n }) => n)
            expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
            expect(numbers.every((n) => n >= 1 && n <= state.n)).toBe(true)
          }
      }),
      { numRuns },
    )
  })

  it('[ST9] and tells every ruling and position on whatever asked for it', () => {
    fc.assert(
      fc.property(mergedToo, ({ acts, now }) => {
        const on = (id: number | null) =>
          acts.filter(
            ({ deed }) =>
              (deed.type === 'rule' && deed.proposal === id) ||
              (deed.type === 'position' && 'proposal' in deed.on && deed.on.proposal === id),
          )
        for (const word of everyWord(now)) {
          const { askers, events } = lifeOf(now, acts, { source: word.source, at: word.from })
          const told = new Set(events.map(({ n }) => n))
          for (const { proposal } of askers) for (const { n } of on(proposal)) expect(told).toContain(n)
          // What was merged into what asks for the word, and has it, asked for it too.
          const asked = new Set(askers.map(({ proposal }) => proposal))
          for (const id of asked)
            for (const other of now.proposals.values())
              if (other.status === 'merged' && other.outcome?.into === id && !asked.has(other.id))
                expect(counterpart(now, lastOf(now, word), other.id, false)).toBeNull()
        }
      }),
      { numRuns },
    )
  })

  it('[ST9] and what was declared of the paragraph it stood in by then, and of no other', () => {
    fc.assert(
      fc.property(negotiation, ({ acts, now }) => {
        const declared = acts.flatMap(({ n, deed }) => {
          if (deed.type !== 'status') return []
          const state = replay(acts.slice(0, n))
          const stood = layoutOf(state, state.accepted).find(({ head }) => head.id === deed.paragraph)!
          return [{ n, there: [stood.break, ...stood.pieces] }]
        })
        for (const { source, from: at } of everyWord(now)) {
          const { word, events } = lifeOf(now, acts, { source, at })
          const there = declared.filter((one) => one.there.some((piece) => holdsWord(piece, word)))
          const told = events.filter(({ type }) => type === 'status')
          expect(told.map(({ n }) => n)).toEqual(there.map(({ n }) => n))
        }
      }),
      { numRuns },
    )
  })

  it('[ST8] or who dropped it, when and by which act, if it stands nowhere any more', () => {
    fc.assert(
      fc.property(mergedToo, cut, ({ acts }, end) => {
        const state = replay(acts.slice(0, Math.min(end, acts.length)))
        const before = new Map<number, State>()
        for (const word of everyWord(state)) {
          const { fate, events } = lifeOf(state, acts, { source: word.source, at: word.from })
          if (fate.type !== 'dropped') continue
          const { drop } = fate
          const act = acts[drop.n - 1]!
          expect(drops(act, drop)).toBe(true)
          expect(act.at).toBe(drop.at)
          expect(events.some(({ type, n }) => type === 'dropped' && n === drop.n)).toBe(true)
          // What is made in words that have fallen already was never to be seen.
          if (drop.n < (broughtAt(state, word) ?? 1)) continue
          const then = before.get(drop.n) ?? replay(acts.slice(0, drop.n))
          before.set(drop.n, then)
          expect(fateOf(then, lastOf(then, partAt(then, word, word.from))).type).toBe('dropped')
        }
      }),
      { numRuns },
    )
  })

  it('[ST8] and is told of in a paragraph that the room shows', () => {
    fc.assert(
      fc.property(negotiation, ({ now }) => {
        const { paragraphs } = view(now, { type: 'compilation', names: 'hidden' })
        const rows = paragraphs.map(({ id }) => id)
        for (const paragraph of stretchesOf(now).keys()) expect(rows).toContain(paragraph)
      }),
      { numRuns },
    )
  })

  it('[ST8] and is found: each character stands, is asked for, waits, or is listed as dropped', () => {
    fc.assert(
      fc.property(negotiation, ({ now }) => {
        const clean = textOf(now, now.accepted)
        const standing = new Set(
          layoutOf(now, now.accepted).flatMap(({ pieces }) =>
            pieces.flatMap(({ source, from, to }) =>
              Array.from({ length: to - from }, (_, i) => `${source}:${from + i}`),
            ),
          ),
        )
        const listed = clean.flatMap(({ id }) => droppedWords(now, id))
        for (const { source, from, to } of listed)
          for (let at = from; at < to; at++) expect(standing.has(`${source}:${at}`)).toBe(false)
        for (const root of now.opened)
          for (const piece of streamOf(now, root)) {
            const visible = standing.has(`${piece.source}:${piece.from}`)
            if (piece.from < piece.to && !piece.break && fateOfPiece(now, piece).type === 'standing')
              expect(visible).toBe(true)
          }
        for (const { content } of clean) {
          const [first] = plainText(content).match(/[\p{L}\p{N}]+/u) ?? []
          if (first) expect(findWords(now, first).length).toBeGreaterThan(0)
        }
      }),
      { numRuns },
    )
  })
})
