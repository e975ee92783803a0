import { useEffect, useMemo, useRef } from 'react'
import { Popover } from 'react-aria-components/Popover'
import { Button } from '../controls/button.tsx'
import { reading } from '../lang/en/reading.ts'
import { useSay } from '../lang/say.tsx'
import { useRoom } from './context.ts'

/** The names a chip stands for, and whether a key asked for them, so that the focus is to go among them. */
export interface NamesAt {
  readonly chip: HTMLElement
  readonly byKey: boolean
}

/** All the names behind a chip, in full, each with a button that shows only what that party proposed. */
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
  const { state } = useRoom()
  const trigger = useMemo(() => ({ current: at?.chip ?? null }), [at])
  const first = useRef<HTMLLIElement>(null)
  const codes = at ? (at.chip.dataset['codes'] ?? '').split(', ').filter(Boolean) : []
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
          </li>
        ))}
      </ul>
    </Popover>
  )
}
