import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useIntl } from 'react-intl'
import { asking as words } from '../../lang/en/asking.ts'
import { explainInline } from '../../lang/refusal.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { closedTo } from '../cards/propose.tsx'
import { shortened } from '../wording/sentence.tsx'
import { type Choice, useChoices } from './choices.ts'
import type { OpenMenu } from './use-asking.ts'

/** All that may be asked for of a paragraph or of the words selected in it, in one quiet list. */
export function AskMenu({ menu, onClose }: { readonly menu: OpenMenu; readonly onClose: () => void }) {
  const say = useSay()
  const groups = useChoices(menu.subject)
  const { state, speaker } = useRoom()
  const { label, selected, paragraph } = menu.subject
  const closed = closedTo(state, paragraph, speaker) !== null
  const title = selected ? say(words.about, { words: shortened(selected.words, 48) }) : label
  return (
    <Popover
      className="popover ask-popover"
      triggerRef={{ current: menu.element }}
      isOpen
      onOpenChange={(open) => (open ? undefined : onClose())}
      placement="right top"
      offset={4}
    >
      <p className="ask-title" dir="auto">
        {say(words.ask)} <bdi>{title}</bdi>
      </p>
      {menu.subject.drafted !== null && <p className="ask-note muted">{say(words.besideDraft)}</p>}
      {closed && <p className="ask-note muted">{say(words.closedWhy)}</p>}
      <AriaMenu
        className="options ask-options"
        aria-label={say(selected ? words.askAbout : words.askIn, { label, words: title })}
        autoFocus="first"
        onClose={onClose}
      >
        {groups.map(({ name, choices }) => (
          <MenuSection key={name.id} className="ask-group">
            <Header className="ask-group-name">{say(name)}</Header>
            {choices.map((choice) => (
              <Entry key={choice.id} choice={choice} />
            ))}
          </MenuSection>
        ))}
      </AriaMenu>
    </Popover>
  )
}

function Entry({ choice: { id, label, help, refusal, onAction } }: { readonly choice: Choice }) {
  const intl = useIntl()
  const reason = refusal && (typeof refusal === 'string' ? refusal : explainInline(intl, refusal))
  return (
    <MenuItem
      id={id}
      textValue={label}
      className="option"
      onAction={refusal ? () => undefined : onAction}
      shouldCloseOnSelect={!refusal}
      // Still in the order of the keys, so that its reason is heard.
      render={(props) => <div {...(props as object)} {...(refusal ? { 'aria-disabled': true } : {})} />}
    >
      <span className={refusal ? 'muted' : undefined}>{label}</span>
      {reason || help ? <span className="option-help">{reason || help}</span> : null}
    </MenuItem>
  )
}
