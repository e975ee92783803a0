import { memo, useState } from 'react'
import type { Finding } from '../../../schema/imported/written.ts'
import { Button } from '../../controls/button.tsx'
import { Codes } from '../../controls/codes.tsx'
import { Empty } from '../../controls/notice.tsx'
import { Tick } from '../../controls/tick.tsx'
import { bracketing, readingNames } from '../../lang/en/bracketing.ts'
import { useSay } from '../../lang/say.tsx'
import type { ReviewActs } from '../importing/use-review.ts'
import { type Group, groupsOf } from './groups.ts'
import { TakeAll } from './take-all.tsx'

/** Findings of a group in sight before more are asked for: a long text has thousands. */
const atFirst = 100

/** Everything that was found, in groups, what is worth a look first. */
export function FindingList({
  findings,
  labels,
  chosen,
  onChoose,
  onTake,
}: {
  readonly findings: readonly Finding[]
  readonly labels: ReadonlyMap<string, string>
  readonly chosen: string | null
  readonly onChoose: (finding: string) => void
  readonly onTake: ReviewActs['setReadings']
}) {
  const say = useSay()
  const [onlyUnsure, setOnlyUnsure] = useState(false)
  const unsure = findings.filter(({ sure }) => !sure).length
  const groups = groupsOf(findings, onlyUnsure)
  return (
    <div className="stack">
      <Tick isSelected={onlyUnsure} onChange={setOnlyUnsure}>
        {say(bracketing.onlyUnsure, { count: unsure })}
      </Tick>
      {groups.length === 0 ? (
        <Empty>{say(findings.length === 0 ? bracketing.nothingFound : bracketing.nothingUnsure)}</Empty>
      ) : (
        groups.map((group) => (
          <ListedGroup
            key={group.of}
            group={group}
            labels={labels}
            chosen={chosen}
            onChoose={onChoose}
            onTake={onTake}
          />
        ))
      )}
    </div>
  )
}

function ListedGroup({
  group: { of, findings },
  labels,
  chosen,
  onChoose,
  onTake,
}: {
  readonly group: Group
  readonly labels: ReadonlyMap<string, string>
  readonly chosen: string | null
  readonly onChoose: (finding: string) => void
  readonly onTake: ReviewActs['setReadings']
}) {
  const say = useSay()
  const [shown, setShown] = useState(atFirst)
  const count = findings.length
  const place = findings.findIndex(({ id }) => id === chosen)
  const last = Math.max(shown, place + 1)
  const name =
    of === 'unsure'
      ? say(bracketing.unsure, { count })
      : say(bracketing.groupOf, { reading: say(readingNames[of]), count })
  return (
    <section aria-labelledby={`group-${of}`}>
      <div className="found-group">
        <h3 id={`group-${of}`} className="found-head">
          {name}
        </h3>
        <TakeAll findings={findings} name={name} isUnsure={of === 'unsure'} onTake={onTake} />
      </div>
      <ul className="found-list">
        {findings.slice(0, last).map((finding) => (
          <Listed
            key={finding.id}
            finding={finding}
            label={labels.get(finding.paragraph) ?? ''}
            withReading={of === 'unsure'}
            isChosen={finding.id === chosen}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {count > last ? (
        <Button tone="quiet" onPress={() => setShown(last + atFirst)}>
          {say(bracketing.more, { count: Math.min(atFirst, count - last) })}
        </Button>
      ) : null}
    </section>
  )
}

const Listed = memo(function Listed({
  finding: { id, words, reading, sponsors, sure },
  label,
  withReading,
  isChosen,
  onChoose,
}: {
  readonly finding: Finding
  readonly label: string
  readonly withReading: boolean
  readonly isChosen: boolean
  readonly onChoose: (finding: string) => void
}) {
  const say = useSay()
  const asked = reading === 'alternative' || reading === 'optional' || reading === 'deletion'
  return (
    <li>
      <button
        type="button"
        id={`found-${id}`}
        className="found"
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => onChoose(id)}
      >
        <span className="found-place">{label}</span>
        <span className="found-words">
          <bdi>{words}</bdi>
        </span>
        <span className="found-by">
          {withReading ? <span>{say(readingNames[reading])}</span> : null}
          {sponsors.length > 0 ? (
            <Codes codes={sponsors} />
          ) : asked ? (
            <span className="muted">{say(bracketing.nobody)}</span>
          ) : null}
          {sure || withReading ? null : <span className="review-unsure">{say(bracketing.unsureMark)}</span>}
        </span>
      </button>
    </li>
  )
})
