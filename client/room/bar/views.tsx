import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { State } from '../../../schema/record/state.ts'
import { namings } from '../../../schema/view/passage.ts'
import { Button } from '../../controls/button.tsx'
import { Menu, type MenuEntry } from '../../controls/menu.tsx'
import { TextField } from '../../controls/field.tsx'
import { Notice } from '../../controls/notice.tsx'
import { reading } from '../../lang/en/reading.ts'
import { room as words } from '../../lang/en/room.ts'
import { type Sayer, useSay } from '../../lang/say.tsx'
import { momentIn } from '../../record/time.ts'
import type { Address, ViewName } from '../moving/address.ts'
import { useRoom } from '../context.ts'

/** A view's name as the menu and the banner say it. */
function viewLabel(view: ViewName, say: Sayer, revision: string | null, supposed: readonly number[]): string {
  switch (view) {
    case 'all':
      return say(words.viewAll)
    case 'base':
      return say(words.viewBase)
    case 'clean':
      return say(words.viewClean)
    case 'ours':
      return say(words.viewOurs)
    case 'since':
      return revision === null ? say(words.viewSinceOpened) : say(words.viewSince, { revision })
    case 'asif':
      return say(words.viewAsIf, { proposals: supposed.join(', ') })
  }
}

/** What is shown, in words: the view, and how delegations are named in it where that is not as ever. */
export const viewWords = (address: Address, state: State, say: Sayer): string =>
  [
    viewLabel(address.view, say, state.revisions.at(-1)?.symbol ?? null, address.supposed),
    ...(address.names === 'shown' ? [] : [say(nameLabels[address.names])]),
  ].join(' · ')

const listed: readonly ViewName[] = ['all', 'base', 'clean', 'ours', 'since']
const nameLabels = {
  shown: reading.namesShown,
  groups: reading.namesGroups,
  hidden: reading.namesHidden,
} as const

/**
 * Does something once the menu is closed: closing asks how the page lies, and with a new text in it the browser would
 * work that out twice.
 */
const afterMenu = (act: () => void) => () => void setTimeout(act)

/** Chooses how the text is shown: which text, with whose names, and how deep its brackets are open. */
export function ViewMenu({
  address,
  onChange,
  onFold,
}: {
  readonly address: Address
  readonly onChange: (part: Partial<Address>) => void
  /** Folds all brackets deeper than this; null unfolds all. */
  readonly onFold: (below: number | null) => void
}) {
  const say = useSay()
  const { state, me } = useRoom()
  const revision = state.revisions.at(-1)?.symbol ?? null
  const entries: MenuEntry[] = [
    ...listed
      .filter((view) => view !== 'ours' || me.delegation !== null)
      .map((view) => ({
        id: view,
        label: viewLabel(view, say, revision, []),
        section: say(words.view),
        chosen: view === address.view,
        onAction: afterMenu(() => onChange({ view, supposed: [] })),
      })),
    {
      id: 'at',
      label: say(words.atAct),
      section: say(words.view),
      onAction: () => onChange({ at: Math.max(1, state.n - 1) }),
    },
    ...namings.map((names) => ({
      id: `names-${names}`,
      label: say(nameLabels[names]),
      section: say(reading.namesTitle),
      chosen: names === address.names,
      onAction: afterMenu(() => onChange({ names })),
    })),
    ...[1, 2, 3].map((depth) => ({
      id: `fold-${depth}`,
      label: say(reading.foldBelow, { depth }),
      section: say(reading.foldTitle),
      chosen: depth === address.fold,
      onAction: () => onFold(depth),
    })),
    {
      id: 'unfold',
      label: say(reading.unfoldAll),
      section: say(reading.foldTitle),
      onAction: () => onFold(null),
    },
  ]
  const shown = viewWords(address, state, say)
  return (
    <Menu entries={entries} label={`${say(words.view)}: ${shown}`}>
      <span data-key="view">{shown}</span>
    </Menu>
  )
}

/** Says that the text is shown as of an earlier act, and moves through the acts. */
export function PastBanner({
  at,
  onChange,
}: {
  readonly at: number
  readonly onChange: (part: Partial<Address>) => void
}) {
  const say = useSay()
  const { locale } = useIntl()
  const { live, state } = useRoom()
  const [typed, setTyped] = useState('')
  const act = live.acts[at - 1]
  const go = (n: number) => onChange({ at: n >= state.n ? null : Math.max(1, n) })
  return (
    <div className="past">
      <Notice tone="caution">
        <p>{say(words.asOf, { at: act ? momentIn(locale, act.at) : '', n: at })}</p>
        <form
          className="past-moves"
          onSubmit={(event) => {
            event.preventDefault()
            if (/^\d+$/.test(typed.trim())) go(Number(typed))
          }}
        >
          <Button onPress={() => go(at - 1)}>{say(words.asOfEarlier)}</Button>
          <Button onPress={() => go(at + 1)}>{say(words.asOfLater)}</Button>
          <TextField
            label={say(words.asOfField, { n: state.n })}
            value={typed}
            onChange={setTyped}
            inputMode="numeric"
          />
          <Button type="submit">{say(words.asOfGo)}</Button>
          <Button tone="primary" onPress={() => onChange({ at: null })}>
            {say(words.asOfBack)}
          </Button>
        </form>
      </Notice>
    </div>
  )
}
