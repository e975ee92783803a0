import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { WrittenParagraph } from '../../../schema/imported/written.ts'
import { Button } from '../../controls/button.tsx'
import { Empty } from '../../controls/notice.tsx'
import { bracketing, keptReasons } from '../../lang/en/bracketing.ts'
import { explainInline } from '../../lang/refusal.ts'
import { useSay } from '../../lang/say.tsx'
import { unitText } from '../importing/review.ts'
import { DifferenceRow } from './difference.tsx'
import type { Proof, Understood } from './understood.ts'

/** How much is listed on the page of what is not recorded as it stands. */
export const restOf = ({ understanding: { kept, orphans } }: Understood, proof: Proof | null): number =>
  kept.length +
  orphans.length +
  (proof ? proof.refused.length + proof.comparison.differences.length + proof.numbers.length : 0)

/** Rows in sight before more are asked for. */
const atFirst = 50

/** What the record cannot take as it is written: refused, recorded otherwise, orphans, and what prints otherwise. */
export function Rest({
  understood,
  proof,
  paragraphs,
  labels,
  onChoose,
  onPlace,
}: {
  readonly understood: Understood
  readonly proof: Proof | null
  readonly paragraphs: readonly WrittenParagraph[]
  readonly labels: ReadonlyMap<string, string>
  readonly onChoose: (finding: string) => void
  /** Leads to a paragraph of the text. */
  readonly onPlace: (paragraph: string) => void
}) {
  const say = useSay()
  const intl = useIntl()
  const { findings, kept, orphans, steps } = understood.understanding
  const byId = new Map(findings.map((finding) => [finding.id, finding]))
  const nameOf = (paragraph: string): string => labels.get(paragraph) || say(bracketing.noLabel)
  if (proof && restOf(understood, proof) === 0) return <Empty>{say(bracketing.restNone)}</Empty>
  const bracket = (id: string | null) => {
    const finding = id === null ? undefined : byId.get(id)
    return finding ? (
      <button type="button" className="found" onClick={() => onChoose(finding.id)}>
        <span className="found-place">{labels.get(finding.paragraph)}</span>
        <span className="found-words">
          <bdi>{finding.words}</bdi>
        </span>
      </button>
    ) : null
  }
  return (
    <div className="stack">
      <p className="muted">{say(bracketing.restLead)}</p>
      <Rows title={say(bracketing.refused)} help={say(bracketing.refusedHelp)} rows={proof?.refused ?? []}>
        {({ step, refusal }) => (
          <>
            {bracket(steps[step]?.finding ?? null)}
            <p className="review-unsure">{explainInline(intl, refusal)}</p>
          </>
        )}
      </Rows>
      <Rows title={say(bracketing.kept)} rows={kept}>
        {({ finding, why }) => (
          <>
            {bracket(finding)}
            <p className="muted">{say(keptReasons[why])}</p>
          </>
        )}
      </Rows>
      <Rows title={say(bracketing.orphans)} help={say(bracketing.orphansHelp)} rows={orphans}>
        {({ paragraph, at, char }) => {
          const text = unitText(paragraphs.find(({ id }) => id === paragraph)?.content ?? [])
          const words = `…${text.slice(Math.max(0, at - 25), at + 25)}…`
          return (
            <button type="button" className="found" onClick={() => onPlace(paragraph)}>
              <span className="found-place">{labels.get(paragraph)}</span>
              <span className="found-words">
                {say(bracketing.orphan, { char, label: nameOf(paragraph), words })}
              </span>
            </button>
          )
        }}
      </Rows>
      <Rows
        title={say(bracketing.renumbered)}
        help={say(bracketing.renumberedHelp)}
        rows={proof?.numbers ?? []}
      >
        {({ paragraph, written, printed }) => (
          <button type="button" className="found" onClick={() => onPlace(paragraph)}>
            <span className="found-place">{written}</span>
            <span className="found-words">
              {printed === '' ? say(bracketing.nowNoNumber) : say(bracketing.nowNumber, { label: printed })}
            </span>
          </button>
        )}
      </Rows>
      <Rows title={say(bracketing.differences)} rows={proof?.comparison.differences ?? []}>
        {(difference) => (
          <DifferenceRow
            difference={difference}
            label={difference.paragraph === null ? say(bracketing.noLabel) : nameOf(difference.paragraph)}
          />
        )}
      </Rows>
    </div>
  )
}

function Rows<T>({
  title,
  help,
  rows,
  children,
}: {
  readonly title: string
  readonly help?: string
  readonly rows: readonly T[]
  readonly children: (row: T) => React.ReactNode
}) {
  const say = useSay()
  const [shown, setShown] = useState(atFirst)
  if (rows.length === 0) return null
  return (
    <section>
      <h3 className="found-head">
        {title} ({rows.length})
      </h3>
      {help ? <p className="muted">{help}</p> : null}
      <ul className="found-list">
        {rows.slice(0, shown).map((row, i) => (
          <li key={i}>{children(row)}</li>
        ))}
      </ul>
      {rows.length > shown ? (
        <Button tone="quiet" onPress={() => setShown(shown + atFirst)}>
          {say(bracketing.more, { count: Math.min(atFirst, rows.length - shown) })}
        </Button>
      ) : null}
    </section>
  )
}
