import { type KeyboardEvent, useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { common } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'
import type { Option } from './option.ts'

interface ComboBoxProps {
  readonly label: string
  readonly options: readonly Option[]
  /** Id of the chosen option; null when none is. */
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly description?: string | undefined
  readonly error?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly hideLabel?: boolean | undefined
  /** When the options are shown; `input`, for fields that fill a list, keeps them off what stands below. */
  readonly opens?: 'focus' | 'input' | undefined
}

/**
 * Finds one of many by code or name, as for delegations. A code typed in full is chosen by Enter or Tab at
 * once, so that "NO" means Norway although other names contain those letters.
 */
export function ComboBox(props: ComboBoxProps) {
  const { label, options, value, onChange, description, error, autoFocus = false, hideLabel, opens } = props
  const say = useSay()
  const chosen = options.find(({ id }) => id === value)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (chosen ? textOf(chosen) : '')
  const found = useMemo(() => matching(options, typed ?? ''), [options, typed])
  const choose = (id: string | null) => {
    setTyped(null)
    onChange(id)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Tab')) return
    if ((event.target as Element).getAttribute('aria-activedescendant')) return
    const meant = meantBy(found, typed ?? '')
    if (!meant) return
    // Enter is spent on the choice; only the next one sends the form.
    if (event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
    }
    choose(meant.id)
  }
  return (
    <AriaComboBox
      className="field"
      menuTrigger={opens ?? 'focus'}
      allowsEmptyCollection
      items={found}
      inputValue={shown}
      onInputChange={(text) => setTyped(chosen && text === textOf(chosen) ? null : text)}
      value={value}
      onChange={(key) => choose(key === null ? null : String(key))}
      onBlur={() => setTyped(null)}
      isInvalid={error !== undefined}
      autoFocus={autoFocus}
    >
      <Label className={hideLabel ? 'unseen' : 'label'}>{label}</Label>
      {description ? (
        <Text slot="description" className="field-help">
          {description}
        </Text>
      ) : null}
      <div className="combo" role="presentation" onKeyDownCapture={onKeyDown}>
        <Input className="input" dir="auto" />
        <Button className="combo-button" aria-label={say(common.showOptions)}>
          <span aria-hidden="true" className="select-mark" />
        </Button>
      </div>
      {error ? (
        <Text slot="errorMessage" className="field-error">
          {error}
        </Text>
      ) : null}
      <Popover className="popover" offset={2}>
        <ListBox
          className="options"
          renderEmptyState={() => <p className="option muted">{say(common.noMatch)}</p>}
        >
          {(option: Option) => (
            <ListBoxItem id={option.id} textValue={textOf(option)} className="option">
              {option.code === undefined ? null : <bdi className="option-code">{option.code}</bdi>}
              <span>{option.label}</span>
              {option.description ? <span className="option-help">{option.description}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

const textOf = ({ code, label }: Option): string => (code === undefined ? label : `${code} · ${label}`)

/** The option that what was typed can only mean: its code in full, or part of a single one; else undefined. */
export function meantBy(found: readonly Option[], typed: string): Option | undefined {
  const [first] = found
  if (!first || plain(typed) === '') return undefined
  return found.length === 1 || plain(first.code ?? '') === plain(typed) ? first : undefined
}

/** Options for what was typed: equal code, then code or a word of the name beginning so, then any part. */
export function matching(options: readonly Option[], typed: string): readonly Option[] {
  const sought = plain(typed)
  if (sought === '') return options
  const rank = (option: Option): number => {
    const [code, name] = [plain(option.code ?? ''), plain(option.label)]
    if (code === sought) return 0
    if (name.startsWith(sought) || code.startsWith(sought)) return 1
    if (name.split(/[\s(,’'-]+/).some((word) => word.startsWith(sought))) return 2
    return `${code} ${name}`.includes(sought) ? 3 : 4
  }
  return options
    .map((option, i) => ({ option, i, rank: rank(option) }))
    .filter((found) => found.rank < 4)
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ option }) => option)
}

// Accents are left out on both sides: "Cote d'Ivoire" finds "Côte d’Ivoire".
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase().trim()
