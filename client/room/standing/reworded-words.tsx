import type { Part, Reworded } from '../../../schema/proposal/reworded.ts'
import { standing as words } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import './standing.css'

/** What became of a proposal's words between two versions, and the language they are in. */
export interface RewordedBetween {
  readonly was: number
  readonly now: number
  readonly language: string
  readonly changes: readonly Reworded[]
}

/** Two versions of a proposal in one: what was left out struck, what was put in underlined. */
export function RewordedWords({ of: { was, now, language, changes } }: { readonly of: RewordedBetween }) {
  const say = useSay()
  return (
    <div className="rewording">
      <p className="muted">{say(words.changedSince, { was, now })}</p>
      {changes.map(({ parts, strikes }, i) => (
        <div key={`${i}:${strikes.now}`} dir="auto">
          {parts.length > 0 && (
            <p className="rewording-words" lang={language}>
              {parts.map((part, j) => (
                <PartWords key={`${j}:${part.type}`} part={part} />
              ))}
            </p>
          )}
          {parts.length > 0 && parts.every(({ type }) => type === 'same') && (
            <p className="muted">{say(words.unchangedWords)}</p>
          )}
          {strikes.was.trim() !== strikes.now.trim() && (
            <p>{say(words.nowStrikes, { was: `“${strikes.was.trim()}”`, now: `“${strikes.now.trim()}”` })}</p>
          )}
        </div>
      ))}
    </div>
  )
}

/** Words kept, or put in or left out, with what a screen reader says of that. */
function PartWords({ part: { type, text } }: { readonly part: Part }) {
  const say = useSay()
  if (type === 'same') return text
  const inner = (
    <>
      <span className="unseen">{say(type === 'deleted' ? words.deleted : words.inserted)}</span>
      {text}
      <span className="unseen">{say(words.changeEnd)}</span>
    </>
  )
  return type === 'deleted' ? <del>{inner}</del> : <ins>{inner}</ins>
}
