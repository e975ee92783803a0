import { useState } from 'react'
import { droppedWords } from '../../../schema/record/lost.ts'
import { Moment } from '../../controls/moment.tsx'
import { life as words } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { shortened } from '../wording/sentence.tsx'
import { useLife } from './use-life.ts'
import './life.css'

/** Words that stood in a paragraph or were asked for in it and are so no longer; each opens its life. */
export function DroppedWords({ paragraph }: { readonly paragraph: string }) {
  const say = useSay()
  const { state } = useRoom()
  const { open } = useLife()
  const [shown, setShown] = useState(false)
  const dropped = droppedWords(state, paragraph)
  if (dropped.length === 0) return null
  return (
    <details
      className="card-fold"
      open={shown}
      onToggle={({ currentTarget }) => setShown(currentTarget.open)}
    >
      <summary>{say(words.droppedWords, { count: dropped.length })}</summary>
      {shown && (
        <ul className="dropped">
          {dropped.map(({ source, from, text, fate: { drop } }) => (
            <li key={`${source}:${from}`}>
              <button
                type="button"
                className="word-link"
                dir="auto"
                lang={state.language}
                title={say(words.lifeOf, { words: shortened(text.trim(), 60) })}
                onClick={() => open({ source, at: from + firstWordAt(text) })}
              >
                <del>{shortened(text.trim(), 120)}</del>
              </button>{' '}
              <span className="muted">
                {say(words.droppedBy, {
                  how: say(words[`how_${drop.how}`], { n: drop.proposal }),
                  n: drop.n,
                })}{' '}
                · <Moment iso={drop.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

/** Where the first word of a text begins: a life is that of a word, not of the space before it. */
const firstWordAt = (text: string): number => Math.max(0, text.search(/[\p{L}\p{N}]/u))
