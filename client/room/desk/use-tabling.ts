import { useCallback, useRef, useState } from 'react'
import type { Change } from '../../../schema/proposal/change.ts'
import type { Deed } from '../../../schema/record/deed.ts'
import { isRefusal, type Refusal } from '../../../schema/refusal.ts'
import { newKey } from '../../api/acts.ts'
import { giveReceipt } from '../../controls/receipts.tsx'
import { drafting as words } from '../../lang/en/drafting.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { sentenceText } from '../wording/sentence.tsx'
import { asked } from '../posting/use-acts.ts'
import type { Queue } from '../posting/use-queue.ts'
import type { DeskChange } from './desk-change.ts'
import type { Company } from './tabling.tsx'

type Changes = Extract<Deed, { type: 'table' }>['changes']

/**
 * The deed that tables some changes of a draft: a new proposal, or the next version of one's own made at
 * that place, with all that this one says already. `next` says what a proposal asks for when it makes these changes.
 */
export function tablingDeed(
  unit: readonly DeskChange[],
  all: readonly DeskChange[],
  company: Company,
  next: (proposal: number, made: readonly Change[]) => readonly Change[] = (_, made) => made,
): Deed {
  const revised = unit[0]?.revises ?? null
  const { rationale } = company
  if (revised === null) {
    const changes = unit.map(({ change }) => change) as Changes
    return {
      type: 'table',
      changes,
      rationale,
      invite: [...company.invite],
      alternatives: [...company.alternatives],
    }
  }
  const kept = all.filter((one) => unit.includes(one) || one.tabled === revised)
  const changes = next(
    revised,
    kept.map(({ change }) => change),
  )
  return { type: 'revise', proposal: revised, changes: [...changes] as Changes, rationale }
}

/** The same words by the chair's pen. */
export const penDeed = (unit: readonly DeskChange[], rationale: string): Deed => ({
  type: 'amend',
  changes: unit.map(({ change }) => change) as Changes,
  rationale,
})

/** Tables proposals one after the other; while the server is away they are queued on this device. */
export function useTabling(queue: Queue): {
  readonly pending: boolean
  /** Resolves to the first refusal, or null when everything is tabled or waits. */
  readonly table: (
    units: readonly (readonly DeskChange[])[],
    deedOf: (unit: readonly DeskChange[]) => Deed,
  ) => Promise<Refusal | null>
} {
  const say = useSay()
  const { live, voice, speaker, act } = useRoom()
  const [pending, setPending] = useState(false)
  // A unit tried again after a lost connection is the same act, not another.
  const keys = useRef(new Map<string, string>())
  const offline = live.offlineSince !== null
  const table = useCallback(
    async (units: readonly (readonly DeskChange[])[], deedOf: (unit: readonly DeskChange[]) => Deed) => {
      setPending(true)
      try {
        for (const unit of units) {
          const deed = deedOf(unit)
          const name = JSON.stringify([deed, voice])
          const key = keys.current.get(name) ?? newKey()
          keys.current.set(name, key)
          if (offline) {
            const who = speaker === null ? [] : [speaker]
            const sentence = unit.map(({ description }) => sentenceText(description, who, say)).join('; ')
            queue.add({ ...asked(deed, voice), key }, sentence)
            giveReceipt(say(words.queued))
          } else {
            const answer = await act(deed, { key })
            if (isRefusal(answer)) return answer
          }
          keys.current.delete(name)
        }
        return null
      } finally {
        setPending(false)
      }
    },
    [offline, voice, speaker, act, queue, say],
  )
  return { pending, table }
}
