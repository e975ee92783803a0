import { useMemo } from 'react'
import type { When } from '../../../schema/party/condition.ts'
import { currentVersion } from '../../../schema/proposal/proposal.ts'
import { whenMet } from '../../../schema/record/conditions.ts'
import { currentLayout } from '../../../schema/record/touches.ts'
import { ComboBox } from '../../controls/combo-box.tsx'
import { TextField } from '../../controls/field.tsx'
import type { Option } from '../../controls/option.ts'
import { Choice } from '../../controls/tick.tsx'
import { asking as words } from '../../lang/en/asking.ts'
import { room } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { sentenceText, shortened } from '../wording/sentence.tsx'
import { descriptionOf, useAskedBy } from '../wording/sentences.tsx'
import { placeName, whenWords } from './naming.ts'
import { paragraphOptions } from './paragraph-options.ts'

/** A condition being written: what it waits for, and its words. */
export interface Written {
  readonly when: When | null
  readonly condition: string
}

/** Nothing is waited for. */
export const noCondition: Written = { when: null, condition: '' }

/** Chooses what a condition waits for, and says it in words. */
export function WhenField({
  written,
  except,
  optional,
  onChange,
}: {
  readonly written: Written
  /** A proposal that cannot be its own condition. */
  readonly except?: number | undefined
  readonly optional: boolean
  readonly onChange: (written: Written) => void
}) {
  const say = useSay()
  const { state, paragraphs, named } = useRoom()
  const { when, condition } = written
  const options = useTargets(except)
  const choose = (next: When | null) => {
    // Words that were written by hand stay; those that only said what was chosen follow the choice.
    const own = when === null || condition !== whenWords(state, paragraphs, when, say, named)
    const kept = own && condition.trim() !== '' ? condition : ''
    onChange({
      when: next,
      condition: kept || (next ? whenWords(state, paragraphs, next, say, named) : ''),
    })
  }
  return (
    <>
      <ComboBox
        label={say(words.when)}
        description={say(words.whenHelp)}
        options={options}
        value={when && idOf(when)}
        opens="input"
        onChange={(id) => choose(whenOf(id))}
      />
      {when && 'proposal' in when && (
        <Choice
          label={say(words.whenBecomes)}
          options={[
            { id: 'accepted', label: say(words.whenAccepted) },
            { id: 'withdrawn', label: say(words.whenWithdrawn) },
          ]}
          value={when.becomes}
          onChange={(id) => choose({ ...when, becomes: id === 'withdrawn' ? 'withdrawn' : 'accepted' })}
          inRow
        />
      )}
      <TextField
        label={say(words.condition)}
        description={say(words.conditionHelp)}
        value={condition}
        onChange={(next) => onChange({ ...written, condition: next })}
        optional={optional || when !== null}
      />
    </>
  )
}

const idOf = (when: When): string => ('paragraph' in when ? `@${when.paragraph}` : String(when.proposal))

const whenOf = (id: string | null): When | null =>
  id === null
    ? null
    : id.startsWith('@')
      ? { paragraph: id.slice(1), becomes: 'agreed' }
      : { proposal: Number(id), becomes: 'accepted' }

/** Undecided proposals by where they stand and whose they are, then paragraphs that are not yet agreed. */
function useTargets(except: number | undefined): readonly Option[] {
  const say = useSay()
  const { state, paragraphs, named } = useRoom()
  const askedBy = useAskedBy()
  return useMemo(() => {
    const proposals = [...state.proposals.values()]
      .filter(({ id, status }) => id !== except && (status === 'open' || status === 'parked'))
      .map((proposal): Option => {
        const { id, sponsors } = proposal
        const [change] = currentVersion(proposal).changes
        const said = change ? sentenceText(descriptionOf(state, change), askedBy(proposal), say) : ''
        const who = sponsors.map((code) => state.parties.get(code)?.name ?? code).join(', ')
        const label = placeName(state, paragraphs, proposal) || say(room.text)
        return {
          id: String(id),
          code: String(id),
          label: say(!named ? words.whenUnnamed : who ? words.whenProposal : words.whenUnattributed, {
            label,
            who,
            words: shortened(said, 80),
          }),
        }
      })
    const standing = new Set(currentLayout(state).map(({ head }) => head.id))
    const rows = paragraphs.filter(
      ({ id, kind }) =>
        standing.has(id) &&
        kind !== 'title' &&
        kind !== 'heading' &&
        whenMet(state, { paragraph: id, becomes: 'agreed' }) === null,
    )
    const agreed = paragraphOptions(rows, say).map(({ id, code, label }): Option => ({
      id: `@${id}`,
      label: say(words.whenParagraph, { label: code ?? '' }),
      description: label,
    }))
    return [...proposals, ...agreed]
  }, [state, paragraphs, named, askedBy, except, say])
}
