import { asking as words } from '../../lang/en/asking.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { TablePanel } from './table-panel.tsx'

/** All that has been gathered, to be tabled as one proposal. */
export function GatheredPanel({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const { gathered } = useRoom()
  return (
    <TablePanel
      title={say(words.gatheredTitle)}
      changes={null}
      missing={gathered.changes.length === 0 ? say(words.gatheredNone) : null}
      onClose={onClose}
    />
  )
}
