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

interface ButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'isDisabled' | 'isPending' | 'children' | 'render'
> {
  readonly children: ReactNode
  readonly tone?: Tone | undefined
  /** `main` is 44 px high. */
  readonly size?: 'small' | 'main' | undefined
  /** An answer is awaited: the button keeps the focus and cannot be pressed. */
  readonly isPending?: boolean | undefined
  /**
   * Why it cannot be pressed now. The button stays in the tab order and says the reason on focus and
   * hover, so that nobody has to guess. Give null, not undefined, where a reason may come and go.
   */
  readonly refusal?: Refusal | string | null | undefined
}

/** A button; one that cannot be pressed says why. */
export function Button({
  tone = 'plain',
  size = 'small',
  refusal,
  isPending = false,
  onPress,
  type = 'button',
  ...rest
}: ButtonProps) {
  const intl = useIntl()
  const reasonId = useId()
  const reason = refusal ? (typeof refusal === 'string' ? refusal : explainInline(intl, refusal)) : null
  const held = isPending || reason !== null
  const button = (
    <AriaButton
      {...rest}
      {...(onPress && !held ? { onPress } : {})}
      type={held ? 'button' : type}
      className={`button button-${tone} button-${size}`}
      render={(props) => (
        <button
          {...props}
          {...(held ? { 'aria-disabled': true } : {})}
          {...(isPending ? { 'aria-busy': true } : {})}
          {...(reason === null ? {} : { 'aria-describedby': reasonId })}
        />
      )}
    />
  )
  if (refusal === undefined) return button
  // The same elements with and without a reason: else the button would lose the focus when one comes.
  return (
    <TooltipTrigger delay={200} closeDelay={100} isDisabled={reason === null}>
      {button}
      <span id={reasonId} hidden>
        {reason}
      </span>
      <Tooltip className="tooltip" offset={6}>
        {reason}
      </Tooltip>
    </TooltipTrigger>
  )
}
