import { useDeferredValue, useMemo, useState } from 'react'
import type { Fate } from '../../../schema/record/fate.ts'
import { findWords } from '../../../schema/record/find.ts'
import type { State } from '../../../schema/record/state.ts'
import { TextField } from '../../controls/field.tsx'
import { life as words } from '../../lang/en/standing.ts'
import { type Sayer, useSay } from '../../lang/say.tsx'
import { useLabelOf } from '../labels.ts'
import { useLife } from './use-life.ts'

const mostShown = 60

/** A field that finds words over the whole text, dropped ones too; each result opens its life. */
export function FindWord({ state, alone }: { readonly state: State; readonly alone: boolean }) {
  const say = useSay()
  const { open } = useLife()
  const labelOf = useLabelOf()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const found = useMemo(() => findWords(state, sought, mostShown), [state, sought])
  return (
    <search className="life-part life-find">
      <TextField
        label={say(words.find)}
        description={alone ? say(words.findHelp) : undefined}
        value={typed}
        onChange={setTyped}
      />
      {sought.trim() !== '' && (
        <>
          <output className="muted">
            {found.length === mostShown
              ? say(words.foundMany, { count: mostShown })
              : say(words.found, { count: found.length })}
          </output>
          <ul>
            {found.map(({ spot, paragraph, text, start, end, fate }) => (
              <li key={`${spot.source}:${spot.at}`}>
                <button type="button" className="word-link" onClick={() => open(spot)}>
                  <bdi className="life-label">{labelOf(paragraph)}</bdi>{' '}
                  <span dir="auto" lang={state.language}>
                    {start > contextLength && '…'}
                    {text.slice(Math.max(0, start - contextLength), start)}
                    <mark>{text.slice(start, end)}</mark>
                    {text.slice(end, end + contextLength)}
                    {text.length > end + contextLength && '…'}
                  </span>
                </button>{' '}
                <span className={`muted life-fate-${fate.type}`}>{fateName(fate, say)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </search>
  )
}

/** Characters shown before and behind what was found. */
const contextLength = 24

function fateName(fate: Fate, say: Sayer): string {
  switch (fate.type) {
    case 'standing':
      return say(words.fateStanding)
    case 'proposed':
      return say(words.fateProposed, { n: fate.proposal })
    case 'parked':
      return say(words.fateParked, { n: fate.proposal })
    case 'dropped':
      return say(words.fateDropped, { n: fate.drop.n })
  }
}
