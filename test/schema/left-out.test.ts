import { describe, expect, it } from 'vitest'
import type { Change } from '../../schema/proposal/change.ts'
import { currentSource } from '../../schema/proposal/footprint.ts'
import { currentVersion } from '../../schema/proposal/proposal.ts'
import { isMoot } from '../../schema/proposal/standing.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import type { Lens } from '../../schema/view/passage.ts'
import { view } from '../../schema/view/view.ts'
import { actor, Negotiation } from '../laws/negotiation.ts'

const op = (id: string, text: string): Paragraph => ({ id, kind: 'operative', level: 0, content: [{ text }] })
const parties = ['A', 'B', 'C'].map((code) => ({ code, name: code, kind: 'state' as const }))
const lens: Lens = { type: 'compilation', names: 'shown' }
const replaced = (paragraph: string, text: string): Change => ({
  type: 'amend',
  strike: [{ source: paragraph, from: 1, to: 7 }],
  insert: { anchor: { source: paragraph, at: 7 }, runs: [{ text }] },
})
const inside = (source: string, text: string): Change => ({
  type: 'amend',
  strike: [{ source, from: 0, to: 4 }],
  insert: { anchor: { source, at: 4 }, runs: [{ text }] },
})

describe('a proposal of several changes', () => {
  /** A replaces a word in three paragraphs at once; B and C amend what it puts in the first and the last. */
  function linked() {
    const it = Negotiation.open(
      ['p', 'q', 'r'].map((id) => op(id, 'States shall report.')),
      parties,
    )
    const deed = (type: 'table' | 'revise', changes: readonly Change[]) =>
      ({
        type,
        changes,
        rationale: '',
        ...(type === 'table' ? { invite: [], alternatives: [] } : { proposal: 2 }),
      }) as never
    const changes = ['p', 'q', 'r'].map((id) => replaced(id, `Each Party of ${id}`))
    expect(it.act(actor('delegate', 'A'), deed('table', changes))).toBeNull()
    expect(it.act(actor('delegate', 'B'), deed('table', [inside('2.1/0', 'Any')]))).toBeNull()
    expect(it.act(actor('delegate', 'C'), deed('table', [inside('2.1/2', 'Any')]))).toBeNull()
    const before = view(it.now, lens)
    const revise = (next: readonly Change[]) =>
      expect(it.act(actor('delegate', 'A'), deed('revise', next))).toBeNull()
    return { it, changes, revise, before }
  }

  it('[PR1] leaves nothing in the paragraph of a change that its next version leaves out', () => {
    const { it, changes, revise, before } = linked()
    revise([changes[0]!, changes[2]!])
    const now = view(it.now, lens, before)
    expect(now.paragraphs.map(({ proposals }) => [...proposals])).toEqual([[2, 3], [], [2, 4]])
    expect(now.paragraphs.map(({ passages }) => passages)).toEqual(
      view(it.now, lens).paragraphs.map(({ passages }) => passages),
    )
  })

  it('[PR4] carries what others made in its words to the change at their place, whichever number it has now', () => {
    const { it, changes, revise } = linked()
    revise([changes[2]!, changes[0]!])
    const { version } = currentVersion(it.now.proposals.get(2)!)
    expect(version).toBe(2)
    expect(['2.1/0', '2.1/1', '2.1/2'].map((source) => currentSource(it.now, source))).toEqual([
      '2.2/1',
      '2.1/1',
      '2.2/0',
    ])
    expect([3, 4].map((id) => isMoot(it.now, id))).toEqual([false, false])
    const [p, , r] = view(it.now, lens).paragraphs
    expect([p!.proposals, r!.proposals].map((ids) => [...ids])).toEqual([
      [2, 3],
      [2, 4],
    ])
  })

  it('[PR3] makes moot what others made in words that its next version leaves out', () => {
    const { it, changes, revise } = linked()
    revise([changes[0]!])
    expect([3, 4].map((id) => isMoot(it.now, id))).toEqual([false, true])
  })
})
