import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { common } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'
import type { Option } from './option.ts'

interface SelectProps {
  readonly label: string
  readonly options: readonly Option[]
  /** Id of the chosen option; null when none is. */
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly description?: string | undefined
  readonly hideLabel?: boolean | undefined
}

/** Chooses one of a few. For many use `ComboBox`, which searches. */
export function Select({ label, options, value, onChange, description, hideLabel }: SelectProps) {
  const say = useSay()
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => (key === null ? undefined : onChange(String(key)))}
      placeholder={say(common.choose)}
    >
      <Label className={hideLabel ? 'unseen' : 'label'}>{label}</Label>
      {description ? (
        <Text slot="description" className="field-help">
          {description}
        </Text>
      ) : null}
      <Button className="input select">
        <SelectValue className="select-value">
          {({ selectedText }) => selectedText ?? say(common.choose)}
        </SelectValue>
        <span aria-hidden="true" className="select-mark" />
      </Button>
      <Popover className="popover" offset={2}>
        <ListBox className="options" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="option">
              <span>{option.label}</span>
              {option.description ? <span className="option-help">{option.description}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
