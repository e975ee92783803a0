import { useState } from 'react'
import { currentVersion } from '../../../schema/proposal/proposal.ts'
import { Dialog } from '../../controls/dialog.tsx'
import { Tick } from '../../controls/tick.tsx'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { DeedActions } from './deed-actions.tsx'
import { paragraphOf } from '../place.ts'
import { sentenceText } from '../wording/sentence.tsx'
import { descriptionOf, useAskedBy } from '../wording/sentences.tsx'

/** Declares that of a proposal and others in its paragraph at most one can be accepted. */
export function RivalsDialog({
  proposal,
  onClose,
}: {
  readonly proposal: number
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, mayI } = useRoom()
  const askedBy = useAskedBy()
  const [chosen, setChosen] = useState<readonly number[]>([])
  const found = state.proposals.get(proposal)
  if (!found) return null
  const place = paragraphOf(state, found)
  const others = [...state.proposals.values()].filter(
    (other) => other.id !== proposal && other.status === 'open' && paragraphOf(state, other) === place,
  )
  const deed = { type: 'rivals' as const, proposals: [proposal, ...chosen] }
  const refusal = chosen.length === 0 ? say(words.rivalsHelp) : mayI(deed)
  return (
    <Dialog title={say(words.rivalsTitle, { n: proposal })} isOpen onClose={onClose}>
      <div className="stack">
        <p>{say(words.rivalsHelp)}</p>
        {others.map((other) => {
          const [change] = currentVersion(other).changes
          return (
            <Tick
              key={other.id}
              isSelected={chosen.includes(other.id)}
              onChange={(on) =>
                setChosen(on ? [...chosen, other.id] : chosen.filter((id) => id !== other.id))
              }
            >
              {other.id} · {change && sentenceText(descriptionOf(state, change), askedBy(other), say)}
            </Tick>
          )
        })}
        <DeedActions deed={deed} label={say(words.rivalsDo)} refusal={refusal} onClose={onClose} />
      </div>
    </Dialog>
  )
}
