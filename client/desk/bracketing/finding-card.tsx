import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { Finding, FoundClaim } from '../../../schema/imported/written.ts'
import { chairCode, type Party } from '../../../schema/party/party.ts'
import { Button } from '../../controls/button.tsx'
import { PartyChoice } from '../../controls/party-choice.tsx'
import { Choice } from '../../controls/tick.tsx'
import { askedNames, bracketing, readingHelp, readingNames } from '../../lang/en/bracketing.ts'
import { useSay } from '../../lang/say.tsx'
import type { ReviewActs } from '../importing/use-review.ts'

/** Readings that are asked for by somebody. */
const asked: readonly Finding['reading'][] = ['alternative', 'optional', 'deletion', 'hold', 'placeholder']

/** One bracket: what it was taken for, whose it is, and what was read there. */
export function FindingCard({
  finding,
  label,
  parties,
  entered,
  acts,
  onLeave,
  onStep,
  onNames,
}: {
  readonly finding: Finding
  readonly label: string
  readonly parties: readonly Party[]
  /** Counts how often the card was asked for: each time it takes the focus. */
  readonly entered: number
  readonly acts: Pick<ReviewActs, 'setReading' | 'setSponsors'>
  /** Back to the text. */
  readonly onLeave: () => void
  readonly onStep: (by: 1 | -1) => void
  /** On to the names, where one stands for somebody in the whole text at once. */
  readonly onNames: () => void
}) {
  const say = useSay()
  const head = useRef<HTMLHeadingElement>(null)
  const { id, words, reading, choices, sponsors, claims, sure } = finding
  useEffect(() => {
    if (entered > 0) head.current?.focus()
  }, [entered])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape is a shortcut of the button below
    <section
      className="finding-card"
      aria-labelledby="finding-card"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onLeave()
      }}
    >
      <h3 id="finding-card" ref={head} tabIndex={-1}>
        <span className="review-label">{label}</span>
        <bdi>{words}</bdi>
      </h3>
      {sure ? null : (
        <p className="finding-acts">
          <span className="review-unsure">{say(bracketing.unsureMark)}</span>
          <Button onPress={() => acts.setReading(id, reading)}>{say(bracketing.isRight)}</Button>
        </p>
      )}
      {choices.length > 1 ? (
        <Choice
          label={say(bracketing.takenFor)}
          value={reading}
          options={choices.map((choice) => ({
            id: choice,
            label: say(readingNames[choice]),
            description: say(readingHelp[choice]),
          }))}
          onChange={(chosen) => {
            const choice = choices.find((one) => one === chosen)
            if (choice) acts.setReading(id, choice)
          }}
        />
      ) : (
        <p>
          {say(bracketing.takenFor)}: <strong>{say(readingNames[reading])}</strong>.{' '}
          {say(readingHelp[reading])}
        </p>
      )}
      {asked.includes(reading) ? (
        <PartyChoice
          key={id}
          label={say(bracketing.whose)}
          description={say(bracketing.whoseHelp)}
          parties={parties.filter(({ code }) => code !== chairCode)}
          codes={sponsors}
          onChange={(codes) => acts.setSponsors(id, codes)}
        />
      ) : null}
      <Claims claims={claims} onNames={onNames} />
      <div className="finding-acts">
        <Button onPress={() => onStep(-1)}>{say(bracketing.previous)}</Button>
        <Button onPress={() => onStep(1)}>{say(bracketing.next)}</Button>
        <Button tone="quiet" onPress={onLeave}>
          {say(bracketing.toText)}
        </Button>
      </div>
    </section>
  )
}

function Claims({
  claims,
  onNames,
}: {
  readonly claims: readonly FoundClaim[]
  readonly onNames: () => void
}) {
  const say = useSay()
  const { formatList } = useIntl()
  if (claims.length === 0) return null
  return (
    <div>
      <h4 className="label">{say(bracketing.read)}</h4>
      <ul className="plain-list">
        {claims.map(({ names, asked: what, condition }, i) => {
          const who = names.map(({ text, code }) =>
            code === null || code === text ? text : `${text} (${code})`,
          )
          const facts = {
            names: formatList(who, { type: 'conjunction' }),
            asked: say(askedNames[what]),
            condition,
          }
          return <li key={i}>{say(condition === '' ? bracketing.claim : bracketing.claimIf, facts)}</li>
        })}
      </ul>
      {claims.some(({ names }) => names.some(({ code }) => code === null)) ? (
        <p className="finding-acts">
          <span className="review-unsure">{say(bracketing.unknownHere)}</span>
          <Button onPress={onNames}>{say(bracketing.matchNames)}</Button>
        </p>
      ) : null}
    </div>
  )
}
