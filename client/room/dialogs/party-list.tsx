import { useState } from 'react'
import { chairCode } from '../../../schema/party/party.ts'
import { Button } from '../../controls/button.tsx'
import { ComboBox } from '../../controls/combo-box.tsx'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'

/** A list of delegations built by typing codes. */
export function PartyList({
  label,
  help,
  codes,
  except = [],
  autoFocus = false,
  onChange,
}: {
  readonly label: string
  readonly help?: string | undefined
  readonly codes: readonly string[]
  /** Parties that cannot be chosen. */
  readonly except?: readonly string[] | undefined
  readonly autoFocus?: boolean | undefined
  readonly onChange: (codes: readonly string[]) => void
}) {
  const say = useSay()
  const { state } = useRoom()
  const [chosen, setChosen] = useState(0)
  const left = [...state.parties.values()].filter(
    ({ code }) => code !== chairCode && !codes.includes(code) && !except.includes(code),
  )
  return (
    <div className="party-list">
      <ComboBox
        // A new field after each choice, so that the next code can be typed at once.
        key={chosen}
        autoFocus={autoFocus || chosen > 0}
        opens="input"
        label={label}
        description={help}
        options={left.map(({ code, name }) => ({ id: code, code, label: name }))}
        value={null}
        onChange={(code) => {
          if (code === null) return
          setChosen(chosen + 1)
          onChange([...codes, code])
        }}
      />
      {codes.length > 0 && (
        <ul className="party-chips">
          {codes.map((code) => (
            <li key={code}>
              <Button
                aria-label={say(words.removeParty, { code })}
                onPress={() => onChange(codes.filter((other) => other !== code))}
              >
                <bdi>{code}</bdi> <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
