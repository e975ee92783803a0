import { useState } from 'react'
import type { DeedOf } from '../../../schema/record/deed.ts'
import { Button } from '../../controls/button.tsx'
import { Dialog } from '../../controls/dialog.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { asking as words } from '../../lang/en/asking.ts'
import { room } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { DeedActions } from '../dialogs/deed-actions.tsx'
import { noCondition, WhenField } from './when-field.tsx'
import { useAsker, WhoAsks } from './voice.tsx'

/** Announces that a sponsor withdraws its proposal on a condition, changes the condition, or takes it back. */
export function UndertakeDialog({
  proposal,
  onClose,
}: {
  readonly proposal: number
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, mayI, act } = useRoom()
  const asker = useAsker()
  const { who, voice } = asker
  const now = state.proposals.get(proposal)?.undertakings.find(({ party }) => party === who)
  const [written, setWritten] = useState(now ? { when: now.when, condition: now.condition } : noCondition)
  const bare = written.when === null && written.condition.trim() === ''
  const deed: DeedOf<'undertake'> = {
    type: 'undertake',
    proposal,
    condition: written.condition.trim(),
    ...(written.when ? { when: written.when } : {}),
  }
  const refusal = bare ? null : mayI(deed, voice)
  const missing = who === null ? say(words.whoAsksNeeded) : bare ? say(words.conditionMissing) : null
  return (
    <Dialog title={say(words.titleUndertake, { n: proposal })} isOpen onClose={onClose}>
      <div className="stack">
        <WhoAsks asker={asker} needed />
        <WhenField written={written} except={proposal} optional={false} onChange={setWritten} />
        <section className="desk-live ask-live" aria-live="polite" aria-label={say(words.willPublish)}>
          <p className={missing ? 'muted' : 'sentence'} dir="auto">
            {missing ??
              say(words.undertakes, { who: who ?? '', count: 1, condition: written.condition.trim() })}
          </p>
        </section>
        <p className="publishes">{say(words.undertakeWhat)}</p>
        {refusal && !missing && refusal.code !== 'already-so' && <RefusalNotice refusal={refusal} />}
        {now && (
          <div>
            <Button
              tone="quiet"
              onPress={() =>
                void act({ type: 'undertake', proposal, condition: '' }, { voice }).then(onClose)
              }
            >
              {say(words.undertakeBack)}
            </Button>
          </div>
        )}
        <DeedActions
          deed={deed}
          voice={voice}
          label={say(words.undertakeDo, { who: who ?? say(room.chair) })}
          refusal={missing ?? refusal}
          onClose={onClose}
        />
      </div>
    </Dialog>
  )
}
