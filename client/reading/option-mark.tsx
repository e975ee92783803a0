import { memo } from 'react'
import { stances, type Stance } from '../../schema/party/position.ts'
import { tally } from '../../schema/party/tally.ts'
import type { State } from '../../schema/record/state.ts'
import { Codes } from '../controls/codes.tsx'
import { stanceNames } from '../lang/en/common.ts'
import { reading } from '../lang/en/reading.ts'
import { useSay } from '../lang/say.tsx'
import { codesOf, drawChip } from './chip.tsx'
import type { OptionPlace } from './manner.ts'

interface OptionProps {
  readonly option: OptionPlace
  readonly state: State
  readonly named: boolean
}

/** Over one of several wordings: which it is, who asks for it, and who stands where. */
export const OptionTitle = memo(function OptionTitle({ option, state, named }: OptionProps) {
  const say = useSay()
  const { place, count, by, standing } = option
  const who = codesOf(by)
  return (
    <div className="block-head option-head">
      {place === 1 && <span className="said">{say(reading.options, { count })}: </span>}
      <b className="option-place">{say(reading.option, { place })}</b>
      <span className="said">{say(reading.optionOf, { place, count })}, </span>
      {standing !== null ? (
        <span className="block-words">{say(reading.optionStands)}</span>
      ) : who.length > 0 ? (
        <>
          {drawChip(by, say)}
          <span className="said">{who.join(', ')}</span>
        </>
      ) : (
        named && <span className="block-words">{say(reading.optionNobody)}</span>
      )}
      <Stances
        subjects={standing === null ? by.map(({ proposal }) => proposal) : [standing]}
        state={state}
        named={named}
      />
    </div>
  )
}, sameOption)

/** The last line of a block of options: those who want none of them, nor the words that stand. */
export const NoText = memo(function NoText({ option, state, named }: OptionProps) {
  const say = useSay()
  const codes = [...new Set(option.subjects.flatMap((subject) => tally(state, subject).byStance.noText))]
  if (codes.length === 0) return null
  return (
    <div className="block-head option-head option-none">
      <b className="option-place">{say(reading.noText)}</b>
      {named ? <Codes codes={codes} most={8} /> : <span className="block-words">{codes.length}</span>}
    </div>
  )
}, sameOption)

function Stances({
  subjects,
  state,
  named,
}: {
  readonly subjects: readonly (string | number)[]
  readonly state: State
  readonly named: boolean
}) {
  const say = useSay()
  const tallies = subjects.map((subject) => tally(state, subject).byStance)
  const taken = stances.flatMap((stance): { stance: Stance; codes: string[] }[] => {
    const codes = [...new Set(tallies.flatMap((byStance) => byStance[stance]))]
    return stance === 'noText' || codes.length === 0 ? [] : [{ stance, codes }]
  })
  return taken.map(({ stance, codes }) => (
    <span key={stance} className="option-stance">
      {named ? (
        <>
          {say(reading.stanceBy, { stance: say(stanceNames[stance]) })} <Codes codes={codes} most={6} />
        </>
      ) : (
        say(reading.stanceCount, { stance: say(stanceNames[stance]), count: codes.length })
      )}
    </span>
  ))
}

function sameOption(before: OptionProps, after: OptionProps): boolean {
  const { option } = after
  return (
    before.named === after.named &&
    (before.option === option || JSON.stringify(before.option) === JSON.stringify(option)) &&
    before.state.parties === after.state.parties &&
    option.subjects.every(
      (subject) =>
        before.state.positions.get(subject) === after.state.positions.get(subject) &&
        (typeof subject === 'string' ||
          before.state.proposals.get(subject) === after.state.proposals.get(subject)),
    )
  )
}
