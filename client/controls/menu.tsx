import { type ReactNode, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useIntl } from 'react-intl'
import type { Refusal } from '../../schema/refusal.ts'
import { explainInline } from '../lang/refusal.ts'
import type { Tone } from './button.tsx'
import { Button } from './button.tsx'

/** One entry of a menu. */
export interface MenuEntry {
  /** Unlike that of every other entry, in other sections too: of two alike the list would have no end. */
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

interface MenuProps {
  /** What the button shows. */
  readonly children: ReactNode
  /** Name of button and menu, where what the button shows is not words enough. */
  readonly label?: string | undefined
  readonly entries: readonly MenuEntry[]
  readonly tone?: Tone | undefined
}

/**
 * A button that opens a short list of acts; throws RangeError where two have one id. The page stays as it is under
 * a sheet that takes the next press: made inert, as under a dialog, every element of a long text would have its
 * style worked out anew, twice.
 */
export function Menu({ children, label, entries, tone = 'plain' }: MenuProps) {
  const intl = useIntl()
  const [isOpen, setOpen] = useState(false)
  const mark = useRef<HTMLSpanElement>(null)
  const markedAt = useRef(0)
  const change = (open: boolean): void => {
    const top = mark.current?.getBoundingClientRect().top ?? 0
    // A text moves by itself when an act comes in above: under a button that stays, its menu does.
    if (!open && window.event?.type === 'scroll' && top === markedAt.current) return
    markedAt.current = top
    setOpen(open)
  }
  const twice = entries.find(({ id }, i) => entries.findIndex((one) => one.id === id) !== i)
  if (twice) throw new RangeError(`two entries of a menu are called "${twice.id}"`)
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
    <MenuTrigger isOpen={isOpen} onOpenChange={change}>
      <Button tone={tone} {...(label === undefined ? {} : { 'aria-label': label })}>
        {children}
        <span ref={mark} aria-hidden="true" className="select-mark" />
      </Button>
      {isOpen &&
        createPortal(<div className="menu-sheet" onPointerDown={() => setOpen(false)} />, document.body)}
      <Popover className="popover" offset={2} isNonModal>
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
