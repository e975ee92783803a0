import { paragraphStatuses } from '../../../schema/record/deed.ts'
import { Button } from '../../controls/button.tsx'
import { Menu, type MenuEntry } from '../../controls/menu.tsx'
import { statusNames } from '../../lang/en/common.ts'
import { room as words } from '../../lang/en/room.ts'
import { reading } from '../../lang/en/reading.ts'
import { type Sayer, useSay } from '../../lang/say.tsx'
import type { Address } from '../moving/address.ts'
import { useRoom } from '../context.ts'
import { isFiltered } from './filter.ts'

const noFilter = { party: null, status: null, open: false } as const

/** Chooses which paragraphs are shown, and says how many are. */
export function Filters({
  address,
  shown,
  all,
  proposals,
  onChange,
}: {
  readonly address: Address
  readonly shown: number
  readonly all: number
  /** Open proposals shown in brackets, and how many there are. */
  readonly proposals: { readonly shown: number; readonly all: number }
  readonly onChange: (part: Partial<Address>) => void
}) {
  const say = useSay()
  const { state } = useRoom()
  const sponsoring = new Set(
    [...state.proposals.values()].flatMap(({ status, sponsors }) => (status === 'open' ? sponsors : [])),
  )
  const codes = [...sponsoring].sort((a, b) => a.localeCompare(b))
  const narrowing: MenuEntry[] = [
    {
      id: 'open',
      label: say(words.filterOpen),
      chosen: address.open,
      onAction: () => onChange({ open: !address.open }),
    },
    ...paragraphStatuses.map((status) => ({
      id: `status ${status}`,
      label: say(statusNames[status]),
      section: say(words.filterStatus),
      chosen: status === address.status,
      onAction: () => onChange({ status: status === address.status ? null : status }),
    })),
    ...codes.map((code) => ({
      id: `party ${code}`,
      label: code,
      section: say(words.filterParty),
      chosen: code === address.party,
      onAction: () => onChange({ party: code === address.party ? null : code }),
    })),
  ]
  const narrowed = filterWords(address, say)
  const whose: MenuEntry[] = [null, ...codes].map((only) => ({
    id: only ?? '*',
    label: only === null ? say(reading.onlyAll) : say(reading.onlyOf, { who: only }),
    chosen: only === address.only,
    onAction: () => onChange({ only, view: 'all' }),
  }))
  const isOnly = address.only !== null && address.view === 'all'
  return (
    <fieldset className="filters" aria-label={say(words.filter)}>
      <Menu
        entries={whose}
        label={`${say(reading.onlyMenu)}: ${isOnly ? address.only : say(words.filterAny)}`}
      >
        {isOnly ? say(reading.onlyOf, { who: address.only ?? '' }) : say(reading.onlyMenu)}
      </Menu>
      {isOnly && (
        <>
          <span className="filters-shown">{say(reading.onlyShown, proposals)}</span>
          <Button
            tone="quiet"
            aria-label={`${say(words.clear)}: ${say(reading.onlyOf, { who: address.only ?? '' })}`}
            onPress={() => onChange({ only: null })}
          >
            {say(words.clear)}
          </Button>
        </>
      )}
      <Menu entries={narrowing} label={`${say(words.filter)}: ${narrowed || say(words.filterAny)}`}>
        <span data-key="filter">{narrowed || say(words.filter)}</span>
      </Menu>
      {isFiltered(address) && (
        <>
          <span className="filters-shown">{say(words.shown, { shown, all })}</span>
          <Button tone="quiet" onPress={() => onChange(noFilter)}>
            {say(words.clear)}
          </Button>
        </>
      )}
    </fieldset>
  )
}

/** What stands where the text would when nothing matches. */
export function NothingShown({
  address,
  onChange,
}: {
  readonly address: Address
  readonly onChange: (part: Partial<Address>) => void
}) {
  const say = useSay()
  return (
    <div className="empty">
      <p>{say(words.nothingShown, { what: filterWords(address, say) })}</p>
      <Button onPress={() => onChange(noFilter)}>{say(words.clear)}</Button>
    </div>
  )
}

const filterWords = ({ party, status, open }: Address, say: Sayer): string =>
  [
    ...(party ? [party] : []),
    ...(status ? [say(statusNames[status]).toLocaleLowerCase()] : []),
    ...(open ? [say(words.filterOpen).toLocaleLowerCase()] : []),
  ].join(' + ')
