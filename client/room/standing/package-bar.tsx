import { useState } from 'react'
import { isRefusal } from '../../../schema/refusal.ts'
import { Button } from '../../controls/button.tsx'
import { Menu } from '../../controls/menu.tsx'
import { standing as words } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { freshId } from '../fresh-id.ts'
import { useRoom } from '../context.ts'
import { PackageDialog } from './package-dialog.tsx'

/** What is ticked to be agreed together. */
export interface Chosen {
  readonly proposals: readonly number[]
  readonly paragraphs: readonly string[]
}

/** Nothing ticked. */
export const nothingChosen: Chosen = { proposals: [], paragraphs: [] }

/** For the facilitator: makes a package of what is ticked, or adds it to one. */
export function PackageBar({ chosen, onDone }: { readonly chosen: Chosen; readonly onDone: () => void }) {
  const say = useSay()
  const { state, mayI, act } = useRoom()
  const [making, setMaking] = useState<string | null>(null)
  const { proposals, paragraphs } = chosen
  const count = proposals.length + paragraphs.length
  const additions = [...state.packages.values()].map((one) => {
    const deed = {
      type: 'package' as const,
      package: one.id,
      title: one.title,
      proposals: [...new Set([...one.proposals, ...proposals])],
      paragraphs: [...new Set([...one.paragraphs, ...paragraphs])],
    }
    return {
      id: one.id,
      label: say(words.addTo, { title: one.title }),
      refusal: mayI(deed),
      onAction: () =>
        void act(deed).then((answer) => {
          if (!isRefusal(answer)) onDone()
        }),
    }
  })
  if (count === 0) return <p className="muted">{say(words.chooseToPackage)}</p>
  return (
    <div className="stands-tools">
      <output>{say(words.chosen, { count })}</output>
      <Button onPress={() => setMaking(freshId())}>{say(words.makePackage)}</Button>
      {additions.length > 0 && (
        <Menu tone="quiet" entries={additions}>
          {say(words.packages)}
        </Menu>
      )}
      {making !== null && (
        <PackageDialog
          of={{ id: making, title: '', proposals, paragraphs }}
          onClose={(made) => {
            setMaking(null)
            if (made) onDone()
          }}
        />
      )}
    </div>
  )
}
