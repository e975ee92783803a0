import { useEffect, useMemo, useRef } from 'react'
import { Popover } from 'react-aria-components/Popover'
import { Button } from '../../controls/button.tsx'
import { reading } from '../../lang/en/reading.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { type Condition, conditionsOn } from './said-on.ts'

/** The names a chip stands for, and whether a key asked for them, so that the focus is to go among them. */
export interface NamesAt {
  readonly chip: HTMLElement
  readonly byKey: boolean
}

function Conditions({ of }: { readonly of: readonly Condition[] }) {
  return of.map(({ words }) => (
    <span key={words} className="names-condition" dir="auto">
      {words}
    </span>
  ))
}

/**
 * All the names behind a chip, in full, each with what it set as a condition and a button that shows only what that
 * party proposed; then who else set one in its position.
 */
export function NamesPanel({
  at,
  onOnly,
  onClose,
}: {
  readonly at: NamesAt | null
  readonly onOnly: (party: string) => void
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, paragraphs } = useRoom()
  const trigger = useMemo(() => ({ current: at?.chip ?? null }), [at])
  const first = useRef<HTMLLIElement>(null)
  const codes = at ? (at.chip.dataset['codes'] ?? '').split(', ').filter(Boolean) : []
  const behind = at ? (at.chip.dataset['behind'] ?? '').split(' ').filter(Boolean).map(Number) : []
  const conditions = conditionsOn(state, paragraphs, behind, say)
  const byKey = at?.byKey === true
  useEffect(() => {
    if (byKey) first.current?.querySelector('button')?.focus()
  }, [byKey])
  return (
    <Popover
      triggerRef={trigger}
      isOpen={codes.length > 0}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isNonModal
      placement="bottom start"
      offset={4}
      className="popover names-panel"
      aria-label={say(reading.namesPanel)}
    >
      <ul onPointerLeave={byKey ? undefined : onClose}>
        {codes.map((code, i) => (
          <li key={code} ref={i === 0 ? first : undefined}>
            <bdi className="code">{code}</bdi>
            <span className="names-name" dir="auto">
              {state.parties.get(code)?.name ?? ''}
            </span>
            <Button tone="quiet" onPress={() => onOnly(code)}>
              {say(reading.only, { who: code })}
            </Button>
            <Conditions of={conditions.filter(({ party }) => party === code)} />
          </li>
        ))}
        {conditions
          .filter(({ party }) => !codes.includes(party))
          .map(({ party, words }) => (
            <li key={`${party} ${words}`}>
              <bdi className="code">{party}</bdi>
              <span className="names-condition" dir="auto">
                {words}
              </span>
            </li>
          ))}
      </ul>
    </Popover>
  )
}
