import type { ClipboardEvent, HTMLAttributes } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { common } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly description?: string | undefined
  /** What is wrong with the value, as a sentence; the field is marked invalid. */
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
  /** Rows of a field of several lines; one line when left out. */
  readonly rows?: number | undefined
  readonly type?: 'text' | 'email' | 'date' | 'search' | undefined
  readonly maxLength?: number | undefined
  readonly autoFocus?: boolean | undefined
  readonly autoComplete?: string | undefined
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  /** Language of what is written (BCP 47), where it is not that of the interface. */
  readonly lang?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly onPaste?: ((event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void) | undefined
  /** True where the label is only for those who do not see the field's place. */
  readonly hideLabel?: boolean | undefined
}

/** A labelled field of one or more lines. Direction follows what is typed. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, description, error, optional = false, rows, type = 'text' } = props
  const { autoFocus = false, maxLength, autoComplete, inputMode, lang, readOnly = false, onPaste } = props
  const say = useSay()
  const inner = {
    className: 'input',
    dir: 'auto',
    ...(lang === undefined ? {} : { lang }),
    ...(onPaste === undefined ? {} : { onPaste }),
  }
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isRequired={!optional}
      isReadOnly={readOnly}
      validationBehavior="aria"
      autoFocus={autoFocus}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(autoComplete === undefined ? {} : { autoComplete })}
      {...(inputMode === undefined ? {} : { inputMode })}
      type={type}
    >
      <Label className={props.hideLabel ? 'unseen' : 'label'}>
        {label} {optional && type !== 'search' ? <span className="muted">{say(common.optional)}</span> : null}
      </Label>
      {description ? (
        <Text slot="description" className="field-help">
          {description}
        </Text>
      ) : null}
      {rows === undefined ? <Input {...inner} /> : <TextArea {...inner} rows={rows} />}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}
