import { servesChair } from '../../../schema/record/rights.ts'
import { Button } from '../../controls/button.tsx'
import { Menu, type MenuEntry } from '../../controls/menu.tsx'
import { room as words } from '../../lang/en/room.ts'
import { life, standing } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import type { Address } from '../moving/address.ts'
import { Connection, Presence } from './connection.tsx'
import { useRoom } from '../context.ts'
import { Filters } from './filters.tsx'
import { Speaking } from './speaking.tsx'
import { ViewMenu } from './views.tsx'

interface BarProps {
  readonly address: Address
  readonly shown: number
  readonly all: number
  /** Open proposals shown in brackets, and how many there are. */
  readonly proposals: { readonly shown: number; readonly all: number }
  readonly onChange: (part: Partial<Address>) => void
  readonly onFold: (below: number | null) => void
  /** Tells the life of the word at the cursor, or looks for one. */
  readonly onLife: () => void
}

/** The room's instruments over the text: view, filters, who speaks, how it stands with the server. */
export function Bar({ address, shown, all, proposals, onChange, onFold, onLife }: BarProps) {
  const say = useSay()
  const { live, state, open } = useRoom()
  const meeting = state.meeting === null ? null : state.meetings.get(state.meeting)
  return (
    <div className="bar" role="toolbar" aria-label={say(words.tools)}>
      <div className="bar-text">
        {address.stands === null && (
          <>
            <ViewMenu address={address} onChange={onChange} onFold={onFold} />
            <Filters address={address} shown={shown} all={all} proposals={proposals} onChange={onChange} />
          </>
        )}
      </div>
      <div className="bar-state">
        {meeting && (
          <span className="bar-meeting" title={meeting.title}>
            {meeting.title}
          </span>
        )}
        <Speaking />
        <Connection live={live} />
        <Presence />
        <Button tone="quiet" onPress={() => open({ type: 'goto' })} aria-keyshortcuts="Control+K Meta+K">
          {say(words.goToShort)}
        </Button>
        <MoreMenu onChange={onChange} onLife={onLife} />
      </div>
    </div>
  )
}

function MoreMenu({ onChange, onLife }: Pick<BarProps, 'onChange' | 'onLife'>) {
  const say = useSay()
  const { me, open, mayI, state } = useRoom()
  const runs = servesChair(me.role)
  const entries: MenuEntry[] = [
    ...(runs
      ? [{ id: 'meeting', label: `${say(words.meeting)}…`, onAction: () => open({ type: 'meeting' }) }]
      : []),
    ...(me.role === 'facilitator'
      ? [
          {
            id: 'publish',
            label: say(words.publishMenu),
            onAction: () => open({ type: 'publish' }),
            refusal: publishRight(mayI, state.hash),
          },
        ]
      : []),
    { id: 'stands', label: say(standing.menu), onAction: () => onChange({ stands: 'brackets' }) },
    { id: 'life', label: say(life.menu), onAction: onLife },
    { id: 'export', label: say(words.exporting), onAction: () => open({ type: 'export' }) },
    { id: 'print', label: say(words.print), onAction: () => window.print() },
    { id: 'help', label: say(words.help), onAction: () => open({ type: 'help' }) },
  ]
  return (
    <Menu tone="quiet" entries={entries}>
      {say(words.more)}
    </Menu>
  )
}

// Only the right is asked here; which symbol and words are published is judged in the dialog.
function publishRight(mayI: ReturnType<typeof useRoom>['mayI'], hash: string) {
  const refusal = mayI({ type: 'publish', symbol: hash, contentHash: hash, note: '' })
  return refusal?.code === 'not-allowed' ? refusal : null
}
