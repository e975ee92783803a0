import type { Party } from '../../../schema/party/party.ts'
import type { Role } from '../../../schema/party/role.ts'
import { roles } from '../../../schema/party/role.ts'
import { mayPropose, servesChair } from '../../../schema/record/rights.ts'
import { ComboBox } from '../../controls/combo-box.tsx'
import { Select } from '../../controls/select.tsx'
import { Tick } from '../../controls/tick.tsx'
import { roleNames } from '../../lang/en/common.ts'
import { desk } from '../../lang/en/desk.ts'
import { useSay } from '../../lang/say.tsx'

/** What a person may be in a negotiation. */
export interface Seat {
  readonly role: Role
  readonly delegation: string | null
  readonly speaksFor: readonly string[]
}

/** True when the seat lacks the delegation that its role needs. */
export const lacksDelegation = ({ role, delegation }: Seat): boolean =>
  (role === 'head' || role === 'delegate') && delegation === null

/** Fields for a seat: role, delegation, and the groups the person speaks for. */
export function SeatFields({
  seat,
  onChange,
  parties,
  fixedRole,
}: {
  readonly seat: Seat
  readonly onChange: (seat: Seat) => void
  readonly parties: readonly Party[]
  /** Why the role cannot be changed, as a sentence. */
  readonly fixedRole?: string | undefined
}) {
  const say = useSay()
  const sits = !servesChair(seat.role)
  const groups = parties.filter(({ kind, code }) => kind === 'group' && code !== seat.delegation)
  return (
    <>
      <Select
        label={say(desk.role)}
        value={seat.role}
        description={fixedRole}
        options={roles
          .filter((role) => fixedRole === undefined || servesChair(role))
          .map((role) => ({ id: role, label: say(roleNames[role]) }))}
        onChange={(id) => {
          const role = roles.find((name) => name === id) ?? seat.role
          onChange(servesChair(role) ? { role, delegation: null, speaksFor: [] } : { ...seat, role })
        }}
      />
      {sits ? (
        <ComboBox
          label={say(desk.delegation)}
          value={seat.delegation}
          options={parties.map(({ code, name }) => ({ id: code, code, label: name }))}
          onChange={(delegation) => onChange({ ...seat, delegation })}
          description={lacksDelegation(seat) ? say(desk.delegationNeeded) : undefined}
        />
      ) : null}
      {sits && groups.length > 0 && mayPropose(seat.role) ? (
        <fieldset className="field">
          <legend className="label">{say(desk.speaksFor)}</legend>
          <p className="field-help">{say(desk.speaksForHelp)}</p>
          <div className="choice choice-row">
            {groups.map(({ code }) => (
              <Tick
                key={code}
                isSelected={seat.speaksFor.includes(code)}
                onChange={(isSelected) =>
                  onChange({
                    ...seat,
                    speaksFor: isSelected
                      ? [...seat.speaksFor, code]
                      : seat.speaksFor.filter((other) => other !== code),
                  })
                }
              >
                <bdi>{code}</bdi>
              </Tick>
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  )
}
