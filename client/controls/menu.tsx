import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useIntl } from 'react-intl'
import type { Refusal } from '../../schema/refusal.ts'
import { explainInline } from '../lang/refusal.ts'
import type { Tone } from './button.tsx'
import { Button } from './button.tsx'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly onAction: () => void
  /** Why it is not possible now: the entry stays in the list and says so. */
  readonly refusal?: Refusal | string | null | undefined
}

export interface MenuProps {
  /** What the button shows. */
  readonly children: ReactNode
  /** Name of button and menu, where what the button shows is not words enough. */
  readonly label?: string | undefined
  readonly entries: readonly MenuEntry[]
  readonly tone?: Tone | undefined
}

/** A button that opens a short list of acts. */
export function Menu({ children, label, entries, tone = 'plain' }: MenuProps) {
  const intl = useIntl()
  const reason = (refusal: Refusal | string): string =>
    typeof refusal === 'string' ? refusal : explainInline(intl, refusal)
  return (
    <MenuTrigger>
      <Button tone={tone} {...(label === undefined ? {} : { 'aria-label': label })}>
        {children}
        <span aria-hidden="true" className="select-mark" />
      </Button>
      <Popover className="popover" offset={2}>
        <AriaMenu className="options">
          {entries.map(({ id, label: words, onAction, refusal }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={words}
              className="option"
              onAction={refusal ? () => undefined : onAction}
              {...(refusal ? { 'aria-disabled': true } : {})}
            >
              <span className={refusal ? 'muted' : undefined}>{words}</span>
              {refusal ? <span className="option-help">{reason(refusal)}</span> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
