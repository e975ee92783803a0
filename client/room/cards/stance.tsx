import { useState } from 'react'
import type { Position, PositionOn, Stance } from '../../../schema/party/position.ts'
import { stances } from '../../../schema/party/position.ts'
import { isRefusal } from '../../../schema/refusal.ts'
import type { DeedOf } from '../../../schema/record/deed.ts'
import { Button } from '../../controls/button.tsx'
import { TextField } from '../../controls/field.tsx'
import type { Message } from '../../lang/area.ts'
import { stanceNames } from '../../lang/en/common.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { WhenField, type Written } from '../asking/when-field.tsx'
import { useRoom } from '../context.ts'

/** What each button asks for. */
export const stanceVerbs: Record<Stance, Message> = {
  supports: words.support,
  canLiveWith: words.canLiveWith,
  flexible: words.flexible,
  reserves: words.reserve,
  opposes: words.oppose,
  retain: words.retain,
  noText: words.noText,
}

/**
 * The buttons by which a delegation says where it stands: one press publishes, a second on the same takes
 * it back. A reason or condition is written first. People who cannot take positions see none.
 */
export function Stances({
  on,
  taken,
  label,
}: {
  readonly on: PositionOn
  /** The position the speaker holds on this very version. */
  readonly taken: Position | null
  /** The label of the paragraph, where the position is on a paragraph. */
  readonly label?: string | undefined
}) {
  const say = useSay()
  const { speaker, mayI, act } = useRoom()
  const [remarks, setRemarks] = useState<({ readonly reason: string } & Written) | null>(null)
  if (speaker === null) return null
  const deedFor = (stance: Stance): DeedOf<'position'> => ({
    type: 'position',
    on,
    stance: taken?.stance === stance && !remarks ? null : stance,
    reason: remarks?.reason ?? '',
    condition: remarks?.condition.trim() ?? '',
    ...(remarks?.when ? { when: remarks.when } : {}),
  })
  const hint = (stance: Stance): string => {
    const name = say(stanceNames[stance]).toLocaleLowerCase()
    if ('paragraph' in on)
      return say(words.positionParagraphHint, { who: speaker, stance: name, label: label ?? '' })
    return taken?.stance === stance && !remarks
      ? say(words.positionBackHint, { who: speaker, n: on.proposal })
      : say(words.positionHint, { who: speaker, stance: name, n: on.proposal, version: on.version })
  }
  return (
    <fieldset className="stances" aria-label={say(words.takePosition, { who: speaker })}>
      <div className="stance-row">
        {stances.map((stance) => {
          const deed = deedFor(stance)
          return (
            <span
              key={stance}
              title={hint(stance)}
              className={taken?.stance === stance ? 'stance taken' : 'stance'}
            >
              <Button
                refusal={mayI(deed)}
                aria-pressed={taken?.stance === stance}
                aria-label={`${say(stanceVerbs[stance])}. ${hint(stance)}`}
                onPress={() =>
                  void act(deed).then((answer) => {
                    if (!isRefusal(answer)) setRemarks(null)
                  })
                }
              >
                {say(stanceVerbs[stance])}
              </Button>
            </span>
          )
        })}
      </div>
      {remarks ? (
        <div className="stance-remarks">
          <TextField
            label={say(words.reason)}
            value={remarks.reason}
            onChange={(reason) => setRemarks({ ...remarks, reason })}
            optional
            autoFocus
            rows={2}
          />
          <WhenField
            written={remarks}
            except={'proposal' in on ? on.proposal : undefined}
            optional
            onChange={(written) => setRemarks({ ...remarks, ...written })}
          />
        </div>
      ) : (
        <Button
          tone="quiet"
          onPress={() =>
            setRemarks({
              reason: taken?.reason ?? '',
              condition: taken?.condition ?? '',
              when: taken?.when ?? null,
            })
          }
        >
          {say(words.addReason)}
        </Button>
      )}
    </fieldset>
  )
}
