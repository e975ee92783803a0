import type { CSSProperties, ReactNode } from 'react'
import { memo } from 'react'
import type { Finding, WrittenParagraph } from '../../../schema/imported/written.ts'
import { plainText } from '../../../schema/text/token.ts'
import { bracketing, readingNames } from '../../lang/en/bracketing.ts'
import { directionOf } from '../../lang/locale.tsx'
import { useSay } from '../../lang/say.tsx'
import { RunWords } from '../importing/run-words.tsx'
import type { Aside } from './asides.ts'
import { type Piece, piecesOf, type Stretch } from './pieces.ts'

interface Props {
  readonly paragraph: WrittenParagraph
  readonly label: string
  readonly stretches: readonly Stretch[]
  readonly asides: readonly Aside[]
  /** The finding chosen, where any of it stands here. */
  readonly chosen: string | null
  /** The finding whose sign Tab leads to, where it begins here. */
  readonly stop: string | null
  readonly language: string
}

/**
 * A paragraph as it was imported, its brackets drawn as what they were taken for. Long texts have thousands:
 * each paragraph is redrawn only when something in it changes.
 */
export const MarkedParagraph = memo(function MarkedParagraph(props: Props) {
  const { paragraph, label, stretches, asides, chosen, stop, language } = props
  const { kind, level } = paragraph
  const within = stretches.find(({ finding }) => finding.id === chosen)
  return (
    <li className="marked-row" id={`marked-${paragraph.id}`}>
      <p
        className={`review-words review-${kind}`}
        style={{ '--depth': kind === 'item' ? level : 0 } as CSSProperties}
        lang={language}
        dir={directionOf(language)}
      >
        <span className="review-label">{label}</span>
        {piecesOf(paragraph, stretches, asides).map((piece) => (
          <Drawn
            key={piece.from}
            piece={piece}
            label={label}
            isChosen={within !== undefined && within.from <= piece.from && piece.from < within.to}
            chosen={chosen}
            isStop={piece.finding?.id === stop}
          />
        ))}
      </p>
    </li>
  )
}, isSame)

/** A finding that was read again and says the same is the same object; what parts of it stand here is not. */
function isSame(
  { stretches: before, asides: known, ...others }: Props,
  { stretches: after, asides, ...now }: Props,
): boolean {
  return (
    before.length === after.length &&
    before.every(({ finding }, i) => finding === after[i]!.finding) &&
    known.length === asides.length &&
    known.every(({ from, to }, i) => from === asides[i]!.from && to === asides[i]!.to) &&
    (Object.keys(now) as (keyof typeof now)[]).every((name) => others[name] === now[name])
  )
}

function Drawn({
  piece,
  label,
  isChosen,
  chosen,
  isStop,
}: {
  readonly piece: Piece
  readonly label: string
  readonly isChosen: boolean
  readonly chosen: string | null
  readonly isStop: boolean
}) {
  const { runs, finding, sign, aside, joined } = piece
  const drawn = runs.map((run, i) => <RunWords key={i} run={run} />)
  const words = aside ? <span className={`marked-${aside}`}>{drawn}</span> : drawn
  if (!finding) return <>{words}</>
  const { id, reading, sure } = finding
  const isOwn = id === chosen
  if (sign === 'opening')
    return (
      <Sign
        finding={finding}
        label={label}
        // A wording behind a stroke begins with its first word, which is drawn as one.
        isWord={!/^(?:[[{(]|Option)/.test(plainText(runs))}
        isOwn={isOwn}
        isStop={isStop}
        isJoined={joined}
      >
        {words}
      </Sign>
    )
  const style = [
    'marked',
    sign ? 'marked-sign' : aside ? 'marked-aside' : `marked-${reading}`,
    sign && isOwn ? 'marked-own' : isChosen ? 'marked-chosen' : '',
    sure ? '' : 'marked-unsure',
  ]
  return (
    <span className={style.filter(Boolean).join(' ')} data-finding={id}>
      {words}
    </span>
  )
}

/** A button is a place where a line may end; a bracket within or before a word is none. */
const joiner = '\u2060'

/** The sign with which a finding begins is its button: its name says what it was taken for. */
function Sign({
  finding,
  label,
  isWord,
  isOwn,
  isStop,
  isJoined,
  children,
}: {
  readonly finding: Finding
  readonly label: string
  readonly isWord: boolean
  readonly isOwn: boolean
  readonly isStop: boolean
  readonly isJoined: boolean
  readonly children: ReactNode
}) {
  const say = useSay()
  const { id, reading, sure, words } = finding
  const name = say(bracketing.mark, {
    reading: say(readingNames[reading]),
    label: label || say(bracketing.noLabel),
    words,
  })
  return (
    <>
      {isJoined ? joiner : null}
      <button
        type="button"
        id={`sign-${id}`}
        className={[
          'marked-button',
          isWord ? `marked-${reading}` : 'marked-sign',
          sure ? '' : 'marked-unsure',
          isOwn ? 'marked-own' : '',
        ]
          .filter(Boolean)
          .join(' ')}
        data-finding={id}
        aria-pressed={isOwn}
        aria-label={sure ? name : `${name} (${say(bracketing.unsureMark)})`}
        tabIndex={isStop ? 0 : -1}
      >
        {children}
      </button>
      {joiner}
    </>
  )
}
