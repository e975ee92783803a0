import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Change } from '../../../schema/proposal/change.ts'
import { chairCode } from '../../../schema/party/party.ts'
import { currentVersion } from '../../../schema/proposal/proposal.ts'
import type { DeedOf } from '../../../schema/record/deed.ts'
import { Button } from '../../controls/button.tsx'
import { Dialog } from '../../controls/dialog.tsx'
import { TextField } from '../../controls/field.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { asking as words } from '../../lang/en/asking.ts'
import { drafting } from '../../lang/en/drafting.ts'
import { room as roomWords } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { deskChanges } from '../desk/desk-change.ts'
import { DeedActions } from '../dialogs/deed-actions.tsx'
import { Sentences, useAskedBy } from '../wording/sentences.tsx'
import { GatheredBefore } from './gathered.tsx'
import { useAsker, WhoAsks } from './voice.tsx'

const none: readonly Change[] = []

/** True in a panel that was opened from a draft: what it tables does not go through that. */
export const BesideDraft = createContext(false)

/**
 * A panel that ends in one proposal: what is still to be said, the sentences of what will be tabled, why, and the
 * button. `missing` says what is not yet chosen; null changes are those gathered before alone. What it asks for is
 * tabled with those, or gathered too, for a further change.
 */
export function TablePanel({
  title,
  changes,
  missing = null,
  children,
  size,
  onAsked,
  onClose,
}: {
  readonly title: string
  readonly changes: readonly Change[] | null
  readonly missing?: string | null
  readonly children?: ReactNode
  readonly size?: 'plain' | 'wide' | undefined
  /** When it has been tabled or gathered. */
  readonly onAsked?: (() => void) | undefined
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, me, mayI, gathered } = useRoom()
  const besideDraft = useContext(BesideDraft)
  const asker = useAsker()
  const [rationale, setRationale] = useState('')
  const { who, voice } = asker
  const own = missing === null ? (changes ?? none) : none
  const asked = useMemo(() => [...gathered.changes, ...own], [gathered.changes, own])
  const set = useMemo(() => deskChanges(state, asked, who ?? chairCode), [state, asked, who])
  const tabled = set.length > 0 && set.every((one) => one.tabled !== null) ? set[0]!.tabled : null
  const deed: DeedOf<'table'> = {
    type: 'table',
    changes: [...asked] as DeedOf<'table'>['changes'],
    rationale,
    invite: [],
    alternatives: [],
  }
  const refusal = asked.length === 0 ? null : mayI(deed, voice)
  // The secretariat asks for nothing itself.
  const nobody = who === null && me.role === 'secretariat'
  const held =
    (nobody ? say(words.whoAsksNeeded) : null) ??
    missing ??
    (asked.length === 0 || (changes !== null && own.length === 0) ? say(words.asItIs) : null) ??
    (tabled === null ? refusal : say(words.sameTabled, { n: tabled }))
  const name = who ?? say(roomWords.chair)
  const names = who === null ? [] : [who]
  return (
    <Dialog title={title} isOpen onClose={onClose} size={size}>
      <div className="stack">
        <WhoAsks asker={asker} needed={false} />
        {children}
        <section className="desk-live ask-live" aria-live="polite" aria-label={say(words.will)}>
          <GatheredBefore state={state} who={names} />
          {own.length > 0 ? (
            <Sentences state={state} changes={own} who={names} />
          ) : (
            (changes !== null || missing !== null) && <p className="muted">{missing ?? say(words.asItIs)}</p>
          )}
        </section>
        {tabled === null && <Like numbers={set.flatMap(({ like }) => like ?? [])} onClose={onClose} />}
        <TextField
          label={say(roomWords.rationale)}
          value={rationale}
          onChange={setRationale}
          optional
          rows={2}
        />
        {refusal && tabled === null && !nobody && <RefusalNotice refusal={refusal} />}
        {!nobody && (
          <p className="publishes">
            {besideDraft && say(words.besideDraft)} {say(words.published, { who: name })}
          </p>
        )}
        <DeedActions
          deed={deed}
          voice={voice}
          label={nobody ? say(words.table) : say(words.tableFor, { who: name })}
          refusal={held}
          onClose={onClose}
          onDone={() => {
            gathered.set([])
            onAsked?.()
            onClose()
          }}
        >
          <span title={say(words.gatherHelp)}>
            <Button
              size="main"
              refusal={own.length === 0 ? (missing ?? say(words.asItIs)) : null}
              onPress={() => {
                gathered.set(asked)
                onAsked?.()
                onClose()
              }}
            >
              {say(words.gather)}
            </Button>
          </span>
        </DeedActions>
      </div>
    </Dialog>
  )
}

/** Says that others ask for the same already, and lets the delegation support that instead. */
function Like({ numbers, onClose }: { readonly numbers: readonly number[]; readonly onClose: () => void }) {
  const say = useSay()
  const { state, speaker, mayI, act, named } = useRoom()
  const askedBy = useAskedBy()
  return [...new Set(numbers)].map((n) => {
    const other = state.proposals.get(n)
    if (!other) return null
    const { version } = currentVersion(other)
    const deed: DeedOf<'position'> = {
      type: 'position',
      on: { proposal: n, version },
      stance: 'supports',
      reason: '',
      condition: '',
    }
    return (
      <p key={n} className="desk-standing desk-like">
        {say(named ? drafting.like : drafting.likeUnnamed, { who: askedBy(other).join(', '), n })}{' '}
        {speaker !== null && (
          <Button refusal={mayI(deed)} onPress={() => void act(deed).then(onClose)}>
            {say(drafting.supportInstead)}
          </Button>
        )}
      </p>
    )
  })
}
