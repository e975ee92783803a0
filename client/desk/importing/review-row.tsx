import type { CSSProperties } from 'react'
import { memo } from 'react'
import type { Paragraph } from '../../../schema/text/paragraph.ts'
import type { ParagraphKind } from '../../../schema/text/token.ts'
import { paragraphKinds } from '../../../schema/text/token.ts'
import { directionOf } from '../../lang/locale.tsx'
import { paragraphKindNames } from '../../lang/en/common.ts'
import { guesses, importing } from '../../lang/en/import.ts'
import { useSay } from '../../lang/say.tsx'
import { kindsFor, levelsOf } from './review.ts'
import { isNumbered } from './shown-labels.ts'
import { RunWords } from './run-words.tsx'

/** What can be done with a paragraph under review. */
interface RowActs {
  readonly setKind: (id: string, kind: ParagraphKind) => void
  readonly setLevel: (id: string, level: number) => void
  readonly setLabel: (id: string, label: string) => void
  readonly join: (id: string) => void
  readonly divide: (id: string) => void
  readonly leaveOut: (id: string) => void
}

interface Props extends RowActs {
  readonly paragraph: Paragraph
  readonly label: string
  /** The number it came with; empty for none. */
  readonly written: string
  /** Place in the text, from 1. */
  readonly number: number
  readonly guess: string
  readonly language: string
}

/** Characters of a number with all its suffixes: "Annex II, OP12 quater". */
const longestLabel = 40

/**
 * A paragraph under review. Native selects and buttons: a long report has hundreds of these rows, each
 * redrawn only when it changes.
 */
export const ReviewRow = memo(function ReviewRow(props: Props) {
  const { paragraph, label, written, number, guess, language } = props
  const { setKind, setLevel, setLabel, join, divide, leaveOut } = props
  const { id, kind, level, content } = paragraph
  const say = useSay()
  const levels = levelsOf(kind)
  const guessWords = Object.hasOwn(guesses, guess) ? guesses[guess as keyof typeof guesses] : guesses.plain
  return (
    <li className="review-row" id={`row-${id}`}>
      <div className="review-kind">
        <select
          className="input review-select"
          aria-label={say(importing.kindOf, { number })}
          value={kind}
          onChange={(event) =>
            setKind(id, paragraphKinds.find((name) => name === event.target.value) ?? kind)
          }
        >
          {kindsFor(paragraph).map((name) => (
            <option key={name} value={name}>
              {say(paragraphKindNames[name])}
            </option>
          ))}
        </select>
        {levels.length > 1 ? (
          <select
            className="input review-select review-level"
            aria-label={say(importing.levelOf, { number })}
            value={level}
            onChange={(event) => setLevel(id, Number(event.target.value))}
          >
            {levels.map((each) => (
              <option key={each} value={each}>
                {say(levelName(kind, each))}
              </option>
            ))}
          </select>
        ) : null}
        <span className={guess === 'plain' ? 'review-guess review-unsure' : 'review-guess'}>
          {say(guessWords)}
        </span>
      </div>
      <div className="review-number">
        {isNumbered(kind, level) ? (
          <input
            // Kept in the field until it is left: each letter would be a correction of its own.
            key={written}
            className="input review-select"
            aria-label={say(importing.numberOf, { number })}
            title={say(importing.numberHelp)}
            defaultValue={written}
            placeholder={label}
            maxLength={longestLabel}
            onBlur={({ target }) => {
              const typed = target.value.trim()
              if (typed !== written) setLabel(id, typed)
            }}
            onKeyDown={({ key, currentTarget }) => {
              if (key === 'Enter') currentTarget.blur()
            }}
          />
        ) : null}
      </div>
      <p
        className={`review-words review-${kind}`}
        style={{ '--depth': kind === 'item' ? level : 0 } as CSSProperties}
        lang={language}
        dir={directionOf(language)}
      >
        <span className="review-label">{label}</span>
        {content.map((run, i) => (
          <RunWords key={i} run={run} />
        ))}
      </p>
      <div className="review-acts">
        {number === 1 ? null : (
          <button
            type="button"
            className="button button-quiet"
            aria-label={say(importing.joinOf, { number })}
            onClick={() => join(id)}
          >
            {say(importing.join)}
          </button>
        )}
        <button
          type="button"
          className="button button-quiet"
          aria-label={say(importing.divideOf, { number })}
          onClick={() => divide(id)}
        >
          {say(importing.divide)}
        </button>
        <button
          type="button"
          className="button button-quiet"
          aria-label={say(importing.leaveOutOf, { number })}
          onClick={() => leaveOut(id)}
        >
          {say(importing.leaveOut)}
        </button>
      </div>
    </li>
  )
})

function levelName(kind: ParagraphKind, level: number) {
  const headings = [
    importing.headingLevel0,
    importing.headingLevel1,
    importing.headingLevel2,
    importing.headingLevel3,
  ]
  const items = [importing.itemLevel1, importing.itemLevel1, importing.itemLevel2, importing.itemLevel3]
  return (kind === 'heading' ? headings : items)[level] ?? importing.itemLevel3
}
