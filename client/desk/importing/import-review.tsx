import { useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import { Link } from 'wouter'
import type { Negotiation } from '../../api/answers.ts'
import { Button } from '../../controls/button.tsx'
import { TextField } from '../../controls/field.tsx'
import { Empty, Notice } from '../../controls/notice.tsx'
import { Select } from '../../controls/select.tsx'
import { limits } from '../../../schema/record/deed.ts'
import { importing, importWarnings } from '../../lang/en/import.ts'
import { useSay } from '../../lang/say.tsx'
import { DivideDialog } from './divide-dialog.tsx'
import { ReviewRow } from './review-row.tsx'
import { shownLabels } from './shown-labels.ts'
import { mayHoldBrackets, type Reviewed } from './reviewed.ts'
import type { useReview } from './use-review.ts'

/** Official languages of the United Nations; a text may be in any other by its import. */
const languages = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const

/** The import before it becomes a text: its particulars, what to look at, and every paragraph to correct. */
export function ImportReview({
  negotiation,
  reviewed,
  review,
}: {
  readonly negotiation: Negotiation
  readonly reviewed: Reviewed
  readonly review: ReturnType<typeof useReview>
}) {
  const say = useSay()
  const { locale } = useIntl()
  const { title, symbol, language, paragraphs, labels: written, guesses } = reviewed
  const { fill, undo, canUndo, acts } = review
  const [dividing, setDividing] = useState<string | null>(null)
  const labels = useMemo(() => shownLabels({ paragraphs, labels: written }), [paragraphs, written])
  const twin = negotiation.texts.find((text) => text.symbol === symbol.trim())
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return (
    <>
      <div className="sheet stack">
        <TextField
          label={say(importing.textTitle)}
          description={say(importing.textTitleHelp)}
          value={title}
          onChange={(value) => fill({ title: value })}
          maxLength={limits.name}
          lang={language}
        />
        <div className="fields">
          <TextField
            label={say(importing.symbol)}
            description={say(importing.symbolHelp)}
            value={symbol}
            onChange={(value) => fill({ symbol: value })}
            maxLength={limits.name}
          />
          <Select
            label={say(importing.language)}
            value={language}
            onChange={(id) => fill({ language: id })}
            options={languages.map((id) => ({ id, label: names.of(id) ?? id }))}
          />
        </div>
        {twin ? (
          <Notice>
            <p>
              {say(importing.sameSymbol, { symbol: twin.symbol })}{' '}
              <Link href={`/n/${negotiation.id}/t/${twin.id}`}>{twin.title}</Link>
            </p>
          </Notice>
        ) : null}
      </div>
      <Warnings warnings={warningsFor(reviewed)} />
      <section className="section" aria-labelledby="review">
        <div className="section-head">
          <h2 id="review">{say(importing.paragraphsCount, { count: paragraphs.length })}</h2>
          <Button onPress={undo} refusal={canUndo ? null : say(importing.nothingToUndo)}>
            {say(importing.undo)}
          </Button>
        </div>
        {paragraphs.length === 0 ? (
          <Empty>{say(importing.noParagraphs)}</Empty>
        ) : (
          <ol className="review">
            {paragraphs.map((paragraph, i) => (
              <ReviewRow
                key={paragraph.id}
                paragraph={paragraph}
                label={labels[i] ?? ''}
                written={written[paragraph.id] ?? ''}
                number={i + 1}
                guess={guesses[paragraph.id] ?? 'corrected'}
                language={language}
                setKind={acts.setKind}
                setLevel={acts.setLevel}
                setLabel={acts.setLabel}
                join={acts.join}
                divide={setDividing}
                leaveOut={acts.leaveOut}
              />
            ))}
          </ol>
        )}
      </section>
      <DivideDialog
        paragraph={paragraphs.find(({ id }) => id === dividing) ?? null}
        language={language}
        onDivide={(offset) => (dividing === null ? undefined : acts.divideAt(dividing, offset))}
        onClose={() => setDividing(null)}
      />
    </>
  )
}

/** A label such as "OP2 alt" is not lost where the brackets are looked over next: it says what is asked for. */
const warningsFor = (reviewed: Reviewed): Reviewed['warnings'] =>
  mayHoldBrackets(reviewed)
    ? reviewed.warnings.filter(({ code }) => code !== 'labels-dropped')
    : reviewed.warnings

function Warnings({ warnings }: { readonly warnings: Reviewed['warnings'] }) {
  const say = useSay()
  const { formatList } = useIntl()
  if (warnings.length === 0) return null
  return (
    <Notice tone="caution">
      <p>
        <strong>{say(importing.warnings)}</strong>
      </p>
      <ul className="plain-list">
        {warnings.map(({ code, params }, i) => {
          const message = Object.hasOwn(importWarnings, code)
            ? importWarnings[code as keyof typeof importWarnings]
            : importWarnings.unknown
          const facts = Object.fromEntries(
            Object.entries(params).map(([key, fact]) => [
              key,
              typeof fact === 'object' ? formatList(fact, { type: 'conjunction' }) : fact,
            ]),
          )
          return <li key={i}>{say(message, facts)}</li>
        })}
      </ul>
    </Notice>
  )
}
