import { useState } from 'react'
import type { Party } from '../../schema/party/party.ts'
import { common } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'
import { Button } from './button.tsx'
import { ComboBox } from './combo-box.tsx'

/** A list of delegations and groups, built by typing codes or names. */
export function PartyChoice({
  label,
  description,
  parties,
  codes,
  onChange,
}: {
  readonly label: string
  readonly description?: string | undefined
  readonly parties: readonly Party[]
  readonly codes: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
}) {
  const say = useSay()
  const [count, setCount] = useState(0)
  return (
    <div className="party-choice">
      <ComboBox
        // A new field after each choice, so that the next code can be typed at once.
        key={count}
        autoFocus={count > 0}
        opens="input"
        label={label}
        description={description}
        options={parties
          .filter(({ code }) => !codes.includes(code))
          .map(({ code, name }) => ({ id: code, code, label: name }))}
        value={null}
        onChange={(code) => {
          if (code === null) return
          setCount(count + 1)
          onChange([...codes, code])
        }}
      />
      {codes.length > 0 ? (
        <ul className="party-choice-codes">
          {codes.map((code) => (
            <li key={code}>
              <Button
                aria-label={say(common.removeParty, { code })}
                onPress={() => onChange(codes.filter((other) => other !== code))}
              >
                <bdi>{code}</bdi> <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
