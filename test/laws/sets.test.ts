import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { currentVersion } from '../../schema/proposal/proposal.ts'
import { replay } from '../../schema/record/apply.ts'
import { roundBase } from '../../schema/record/state.ts'
import { textOf } from '../../schema/text/text.ts'
import type { View } from '../../schema/view/passage.ts'
import { view } from '../../schema/view/view.ts'
import { negotiation, numRuns, timeoutMs } from './generate.ts'
import { actor, chair, Negotiation } from './negotiation.ts'
import { unlabelled } from './printed.ts'

vi.setConfig({ testTimeout: timeoutMs })

const compilation = { type: 'compilation', names: 'shown' } as const
const numbers = fc.array(fc.nat({ max: 997 }), { minLength: 40, maxLength: 40 })
const openIn = (it: Negotiation): number[] =>
  [...it.now.proposals.values()].filter(({ status }) => status === 'open').map(({ id }) => id)

/** The same record once more, to be carried on in another way. */
function again(it: Negotiation): Negotiation {
  const other = new Negotiation()
  other.acts.push(...it.acts)
  other.state = replay(it.acts)
  return other
}

/** Reopens whatever is agreed, so that it may be ruled on. */
function reopenAll(it: Negotiation): void {
  for (const [paragraph, { status }] of it.now.statuses)
    if (status === 'adReferendum' || status === 'adopted')
      it.act(chair, { type: 'status', paragraph, status: 'reopened', pending: [], reason: 'to be ruled on' })
}

describe('law 1: nothing but a ruling changes the text', () => {
  it('[ST1] leaves the text of the round, byte for byte, whatever is proposed, said or withdrawn', () => {
    fc.assert(
      fc.property(negotiation, (it) => {
        const opened = it.acts[0]!.deed
        if (opened.type !== 'open') throw new RangeError('act 1 opens')
        expect(JSON.stringify(textOf(it.now, new Set()))).toBe(JSON.stringify(opened.paragraphs))
        const base = roundBase(it.now)
        const since = it.now.revisions.at(-1)?.n ?? 1
        const atStart = replay(it.acts.slice(0, since))
        expect(JSON.stringify(textOf(it.now, base))).toBe(JSON.stringify(textOf(atStart, base)))
      }),
      { numRuns },
    )
  })
})

describe('law 3: the text depends on the set alone', () => {
  /** Accepts what can be accepted of a list, in the order of the list, until nothing more can. */
  const acceptAll = (it: Negotiation, list: readonly number[]): number[] => {
    const taken = list.filter((id) => it.rule(id, 'accepted') === null)
    const rest = list.filter((id) => !taken.includes(id) && it.now.proposals.get(id)!.status === 'open')
    return taken.length && rest.length ? [...taken, ...acceptAll(it, rest)] : taken
  }

  it('[ST2] gives the same words, whatever the order of acceptance', () => {
    fc.assert(
      fc.property(negotiation, numbers, (it, order) => {
        const [one, other] = [again(it), again(it)]
        const set = acceptAll(one, openIn(it))
        const shuffled = [...set].sort((a, b) => order[a % 40]! - order[b % 40]!)
        const taken = acceptAll(other, shuffled)
        expect(set).toEqual(expect.arrayContaining(taken))
        // Who is admitted may hang on the order, where one ruling makes rivals of others; the words of a set never do.
        if (taken.length < set.length) return
        expect(textOf(other.now, other.now.accepted)).toEqual(textOf(one.now, one.now.accepted))
        // Brackets are those of what is left open, which may hang on the order for the same reason.
        if (openIn(other).join() === openIn(one).join())
          expect(unlabelled(other.now)).toEqual(unlabelled(one.now))
      }),
      { numRuns },
    )
  })

  it('[ST3] may roll a round at any point: the words and their brackets stay', () => {
    fc.assert(
      fc.property(negotiation, fc.nat(), (it, cut) => {
        const [at, rolled] = [again(it), again(it)]
        const open = openIn(it)
        const [first, second] = [open.slice(0, cut % (open.length + 1)), open]
        acceptAll(rolled, first)
        const before = unlabelled(rolled.now)
        expect(rolled.publish('A/TEST/L.1/Rev.99')).toBeNull()
        expect(unlabelled(rolled.now)).toEqual(before)
        acceptAll(rolled, second)
        acceptAll(at, first)
        acceptAll(at, second)
        expect(textOf(rolled.now, rolled.now.accepted)).toEqual(textOf(at.now, at.now.accepted))
        expect(unlabelled(rolled.now)).toEqual(unlabelled(at.now))
      }),
      { numRuns },
    )
  })
})

describe('law 4: when all is decided no bracket is left', () => {
  const passages = ({ paragraphs }: View) => paragraphs.map(({ id, passages: words }) => ({ id, words }))

  it('[ST4] shows the compilation as the clean text once every proposal is decided', () => {
    fc.assert(
      fc.property(negotiation, numbers, (it, choice) => {
        for (const id of openIn(it)) if (choice[id % 40]! % 2 === 0) it.rule(id, 'accepted')
        for (const id of openIn(it)) expect(it.rule(id, 'lapsed')).toBeNull()
        const made = view(it.now, compilation)
        expect(made.pairs).toBe(0)
        expect(passages(made)).toEqual(passages(view(it.now, { type: 'clean' })))
        expect(made.paragraphs.flatMap(({ requests, proposedBy }) => [...requests, ...proposedBy])).toEqual(
          [],
        )
      }),
      { numRuns },
    )
  })

  it('[ST5] shows the compilation as the base once every proposal of the round is withdrawn', () => {
    fc.assert(
      fc.property(negotiation, (it) => {
        const base = roundBase(it.now)
        const inRound = () =>
          [...it.now.proposals.values()].filter(
            ({ id, status, versions }) => status === 'accepted' && !base.has(`${id}.${versions.length}`),
          )
        reopenAll(it)
        for (let left = inRound(); left.length; left = inRound())
          expect(left.map(({ id }) => it.rule(id, 'open')).some((refusal) => refusal === null)).toBe(true)
        for (const id of openIn(it)) {
          const { sponsors } = it.now.proposals.get(id)!
          for (const party of sponsors)
            if (party === 'Chair') expect(it.rule(id, 'lapsed')).toBeNull()
            else
              expect(
                it.act(actor('delegate', party), { type: 'withdraw', proposal: id, reason: '' }),
              ).toBeNull()
          // What nobody asks for in their own name is not pursued.
          if (it.now.proposals.get(id)!.status === 'open') expect(it.rule(id, 'lapsed')).toBeNull()
        }
        expect(passages(view(it.now, compilation))).toEqual(passages(view(it.now, { type: 'base' })))
        expect(textOf(it.now, it.now.accepted)).toEqual(textOf(it.now, base))
      }),
      { numRuns },
    )
  })
})

describe('decisions', () => {
  it('[ST6] change no other proposal but its rivals, and those only to superseded', () => {
    fc.assert(
      fc.property(negotiation, (it) => {
        for (const id of openIn(it)) {
          const before = it.now
          if (before.proposals.get(id)!.status !== 'open' || it.rule(id, 'accepted')) continue
          for (const [other, was] of before.proposals) {
            const now = it.now.proposals.get(other)!
            if (other === id || now === was) continue
            expect({ ...now, status: was.status, outcome: was.outcome }).toEqual(was)
            expect([was.status, now.status, now.outcome?.into]).toEqual(['open', 'superseded', id])
          }
          expect(it.now.positions).toEqual(before.positions)
          expect(it.now.accepted.has(`${id}.${currentVersion(it.now.proposals.get(id)!).version}`)).toBe(true)
        }
      }),
      { numRuns },
    )
  })
})
