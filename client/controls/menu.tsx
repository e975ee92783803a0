import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
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
  /** Heading under which it stands with its neighbours of the same heading. */
  readonly section?: string | undefined
  /** True for the one of several that holds now. */
  readonly chosen?: boolean | undefined
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
  const item = ({ id, label: words, onAction, refusal, chosen }: MenuEntry) => (
    <MenuItem
      key={id}
      id={id}
      textValue={words}
      className="option"
      onAction={refusal ? () => undefined : onAction}
      {...(refusal ? { 'aria-disabled': true } : {})}
    >
      <span className={refusal ? 'muted' : chosen ? 'option-chosen' : undefined}>{words}</span>
      {refusal ? <span className="option-help">{reason(refusal)}</span> : null}
    </MenuItem>
  )
  return (
    <MenuTrigger>
      <Button tone={tone} {...(label === undefined ? {} : { 'aria-label': label })}>
        {children}
        <span aria-hidden="true" className="select-mark" />
      </Button>
      <Popover className="popover" offset={2}>
        <AriaMenu className="options">
          {[...Map.groupBy(entries, ({ section }) => section)].map(([section, some]) =>
            section === undefined ? (
              some.map(item)
            ) : (
              <MenuSection key={section} className="option-section">
                <Header className="option-heading">{section}</Header>
                {some.map(item)}
              </MenuSection>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
