import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import type { Option } from './option.ts'

/** A box to tick, with its sentence. */
export function Tick({
  isSelected,
  onChange,
  children,
  label,
}: {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly children?: ReactNode
  /** Name where the sentence stands elsewhere, as in a table. */
  readonly label?: string | undefined
}) {
  return (
    <Checkbox
      className="tick"
      isSelected={isSelected}
      onChange={onChange}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <span className="tick-box" aria-hidden="true" />
      {children === undefined ? null : <span>{children}</span>}
    </Checkbox>
  )
}

/** One of two to five, all in sight. */
export function Choice({
  label,
  options,
  value,
  onChange,
  description,
  inRow = false,
}: {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string
  readonly onChange: (id: string) => void
  readonly description?: string | undefined
  readonly inRow?: boolean | undefined
}) {
  return (
    <RadioGroup className="field" value={value} onChange={onChange}>
      <Label className="label">{label}</Label>
      {description ? (
        <Text slot="description" className="field-help">
          {description}
        </Text>
      ) : null}
      <div className={inRow ? 'choice choice-row' : 'choice'}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="tick">
            <span className="tick-box tick-round" aria-hidden="true" />
            <span>
              {option.label}
              {option.description ? <span className="option-help">{option.description}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
