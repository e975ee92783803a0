import { mayPropose } from '../../../schema/record/rights.ts'
import type { State } from '../../../schema/record/state.ts'
import { type Refusal, refuse } from '../../../schema/refusal.ts'
import { labelOf } from '../../../schema/text/label.ts'
import { Button } from '../../controls/button.tsx'
import { asking } from '../../lang/en/asking.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'

/**
 * Why a delegation may not propose in a paragraph; null when it may. Agreed paragraphs are closed but for
 * those still pending on a paragraph agreed in informals; the chair (`party` null) may change that one too.
 */
export function closedTo(state: State, paragraph: string, party: string | null): Refusal | null {
  const entry = state.statuses.get(paragraph)
  if (!entry) return null
  const { status, pending } = entry
  const closed =
    status === 'adReferendum' ||
    status === 'adopted' ||
    (status === 'informals' && party !== null && !pending.includes(party))
  return closed ? refuse('paragraph-agreed', { paragraph, label: labelOf(state, paragraph), status }) : null
}

/** Opens the menu of all else that may be asked of a paragraph. */
function AskButton({ paragraph, label }: { readonly paragraph: string; readonly label: string }) {
  const say = useSay()
  const { askAt } = useRoom()
  return (
    <Button
      aria-label={say(asking.askIn, { label })}
      aria-haspopup="menu"
      aria-keyshortcuts="m"
      onPress={({ target }) => askAt(paragraph, target)}
    >
      {say(asking.ask)}
      <span aria-hidden="true" className="select-mark" />
    </Button>
  )
}

/** Opens the delegation's draft at a paragraph, and beside it the menu of all else that may be asked of it. */
export function ProposeButton({ paragraph, label }: { readonly paragraph: string; readonly label: string }) {
  const say = useSay()
  const { state, me, speaker, propose } = useRoom()
  if (!mayPropose(me.role)) return null
  return (
    <>
      <span title={say(me.role === 'facilitator' ? words.proposeHintChair : words.proposeHint)}>
        <Button
          tone="primary"
          aria-label={say(words.proposeIn, { label })}
          refusal={closedTo(state, paragraph, speaker)}
          onPress={() => propose(paragraph)}
        >
          {say(words.propose)}
        </Button>
      </span>
      <AskButton paragraph={paragraph} label={label} />
    </>
  )
}
