import type { Membership, Party } from '../../../schema/party/party.ts'
import { Button } from '../../controls/button.tsx'
import { ComboBox } from '../../controls/combo-box.tsx'
import { TextField } from '../../controls/field.tsx'
import { desk } from '../../lang/en/desk.ts'
import { useSay } from '../../lang/say.tsx'

/** The members of a group with the days on which membership begins and ends. */
export function MemberList({
  members,
  onChange,
  parties,
}: {
  readonly members: readonly Membership[]
  readonly onChange: (members: readonly Membership[]) => void
  /** Parties that can be members. */
  readonly parties: readonly Party[]
}) {
  const say = useSay()
  const free = parties.filter(({ code }) => !members.some((member) => member.code === code))
  const change = (code: string, part: Partial<Membership>): void =>
    onChange(members.map((member) => (member.code === code ? { ...member, ...part } : member)))
  return (
    <fieldset className="stack">
      <legend className="label">{say(desk.members)}</legend>
      <p className="field-help">{say(desk.membersHelp)}</p>
      <ComboBox
        label={say(desk.addMember)}
        value={null}
        options={free.map(({ code, name }) => ({ id: code, code, label: name }))}
        onChange={(code) => {
          if (code !== null) onChange([...members, { code, from: new Date().toISOString().slice(0, 10) }])
        }}
      />
      {members.length === 0 ? (
        <p className="muted">{say(desk.noMembers)}</p>
      ) : (
        <div className="members">
          <p className="members-head" aria-hidden="true">
            <span>{say(desk.member)}</span>
            <span>{say(desk.from)}</span>
            <span />
            <span>{say(desk.untilOpen)}</span>
            <span />
          </p>
          <ul>
            {members.map(({ code, from, until }) => (
              <li key={code}>
                <bdi className="codes">{code}</bdi>
                <TextField
                  type="date"
                  label={say(desk.memberFrom, { code })}
                  hideLabel
                  value={from}
                  onChange={(day) => change(code, { from: day })}
                />
                <span aria-hidden="true">–</span>
                <TextField
                  type="date"
                  label={say(desk.memberUntil, { code })}
                  hideLabel
                  optional
                  value={until ?? ''}
                  onChange={(day) => change(code, { until: day === '' ? undefined : day })}
                />
                <Button
                  tone="quiet"
                  onPress={() => onChange(members.filter((member) => member.code !== code))}
                  aria-label={say(desk.removeMember, { code })}
                >
                  <span aria-hidden="true">×</span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  )
}
