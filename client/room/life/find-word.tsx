import { useDeferredValue, useMemo, useState } from 'react'
import type { Fate } from '../../../schema/record/fate.ts'
import { findWords } from '../../../schema/record/find.ts'
import type { State } from '../../../schema/record/state.ts'
import { Button } from '../../controls/button.tsx'
import { TextField } from '../../controls/field.tsx'
import { life as words } from '../../lang/en/standing.ts'
import { type Sayer, useSay } from '../../lang/say.tsx'
import { useLabelOf } from '../wording/labels.ts'
import { useLife } from './use-life.ts'

/** Places that are looked for and those that are shown at once; who wants fewer types more. */
const most = { found: 1000, shown: 60 }

const fates = ['standing', 'proposed', 'parked', 'dropped'] as const

/** A field that finds words over the whole text, dropped ones too; each result opens its life. */
export function FindWord({ state, alone }: { readonly state: State; readonly alone: boolean }) {
  const say = useSay()
  const { open } = useLife()
  const labelOf = useLabelOf()
  const [typed, setTyped] = useState('')
  const [only, setOnly] = useState<Fate['type'] | null>(null)
  const sought = useDeferredValue(typed)
  const found = useMemo(() => findWords(state, sought, most.found), [state, sought])
  const chosen = only === null ? found : found.filter(({ fate }) => fate.type === only)
  const shown = chosen.slice(0, most.shown)
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
          <output className="muted">{say(words.found, { count: found.length })}</output>
          {found.length > 0 && (
            <fieldset className="life-fates" aria-label={say(words.only)}>
              {fates.map((fate) => {
                const count = found.filter((one) => one.fate.type === fate).length
                return count === 0 ? null : (
                  <Button
                    key={fate}
                    aria-pressed={only === fate}
                    onPress={() => setOnly(only === fate ? null : fate)}
                  >
                    {say(words[`only_${fate}`], { count })}
                  </Button>
                )
              })}
            </fieldset>
          )}
          <ul>
            {shown.map(({ spot, paragraph, text, start, end, fate }) => (
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
          {shown.length < chosen.length && (
            <p className="muted">{say(words.foundMore, { count: chosen.length - shown.length })}</p>
          )}
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
