import type { ReactNode } from 'react'
import { useId } from 'react'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { useIntl } from 'react-intl'
import type { Refusal } from '../../schema/refusal.ts'
import { explainInline } from '../lang/refusal.ts'

/** `primary` is the one act a screen is for; `danger` undoes what others rely on; `quiet` stands in a row of many. */
export type Tone = 'primary' | 'plain' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'isDisabled' | 'children' | 'render'
> {
  readonly children: ReactNode
  readonly tone?: Tone | undefined
  /** `main` is 44 px high. */
  readonly size?: 'small' | 'main' | undefined
  /**
   * Why it cannot be pressed now. The button stays in the tab order and says the reason on focus and
   * hover, so that nobody has to guess.
   */
  readonly refusal?: Refusal | string | null | undefined
}

/** A button. `isPending` keeps it focused and unpressable while an answer is awaited. */
export function Button({ tone = 'plain', size = 'small', refusal, onPress, ...rest }: ButtonProps) {
  const intl = useIntl()
  const reasonId = useId()
  const className = `button button-${tone} button-${size}`
  if (refusal === null || refusal === undefined)
    return <AriaButton {...rest} {...(onPress ? { onPress } : {})} className={className} />
  const reason = typeof refusal === 'string' ? refusal : explainInline(intl, refusal)
  return (
    <TooltipTrigger delay={200} closeDelay={100}>
      <AriaButton
        {...rest}
        type="button"
        className={className}
        render={(props) => <button {...props} aria-disabled="true" aria-describedby={reasonId} />}
      />
      <span id={reasonId} hidden>
        {reason}
      </span>
      <Tooltip className="tooltip" offset={6}>
        {reason}
      </Tooltip>
    </TooltipTrigger>
  )
}
