import { useMemo, useState } from 'react'
import { paragraphsUnder, placeAfter } from '../../../schema/proposal/placing.ts'
import { currentLayout } from '../../../schema/record/touches.ts'
import { Button } from '../../controls/button.tsx'
import { ComboBox } from '../../controls/combo-box.tsx'
import { asking as words } from '../../lang/en/asking.ts'
import { room } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import type { Ask } from './ask.ts'
import { paragraphOptions } from './paragraph-options.ts'
import { TablePanel } from './table-panel.tsx'

/** Stands for the place before everything. */
const first = '^'

/** Places a paragraph, or several together, elsewhere in the text. */
export function PlacePanel({
  ask: { subject },
  onClose,
}: {
  readonly ask: Ask
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, paragraphs } = useRoom()
  const { paragraph, label, selected } = subject
  const [moved, setMoved] = useState<readonly string[]>(() => [
    ...new Set([paragraph, ...(selected?.rows ?? []).filter((row) => state.breaks.has(row))]),
  ])
  const [after, setAfter] = useState<string | null>(null)
  const [added, setAdded] = useState(0)
  const options = useMemo(() => {
    const standing = new Set(currentLayout(state).map(({ head }) => head.id))
    return paragraphOptions(
      paragraphs.filter(({ id, kind }) => standing.has(id) && kind !== 'footnote'),
      say,
    )
  }, [state, paragraphs, say])
  const under = new Set(moved.flatMap((one) => paragraphsUnder(state, one)))
  const free = options.filter(({ id }) => !moved.includes(id) && !under.has(id))
  const changes = useMemo(
    () => (after === null ? [] : placeAfter(state, moved, after === first ? null : after)),
    [state, moved, after],
  )
  return (
    <TablePanel
      title={say(words.titlePlace, { label })}
      changes={changes}
      missing={after === null ? say(words.choosePlace) : null}
      onClose={onClose}
    >
      <ComboBox
        label={say(words.placeAfter)}
        options={[{ id: first, label: say(words.placeFirst) }, ...free]}
        value={after}
        onChange={setAfter}
        autoFocus
        opens="input"
      />
      {under.size > 0 && <p className="muted">{say(words.placeUnder, { count: under.size })}</p>}
      <ComboBox
        key={added}
        label={say(words.placeWith)}
        description={say(words.placeWithHelp)}
        options={free.filter(({ id }) => id !== after)}
        value={null}
        opens="input"
        onChange={(id) => {
          if (id === null) return
          setMoved([...moved, id])
          setAdded(added + 1)
        }}
      />
      {moved.length > 1 && (
        <ul className="party-chips">
          {moved.map((id) => {
            const name = options.find((one) => one.id === id)?.code ?? label
            return (
              <li key={id}>
                <Button
                  aria-label={say(room.removeParty, { code: name })}
                  onPress={() => setMoved(moved.filter((other) => other !== id))}
                >
                  <bdi>{name}</bdi> <span aria-hidden="true">×</span>
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </TablePanel>
  )
}
