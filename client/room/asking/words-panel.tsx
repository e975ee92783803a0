import { useMemo, useState } from 'react'
import { deleteWords, holdWords, rangesOfWords, wordsOf } from '../../../schema/proposal/asking.ts'
import type { Change } from '../../../schema/proposal/change.ts'
import { TextField } from '../../controls/field.tsx'
import { asking as words } from '../../lang/en/asking.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import type { Ask, Subject } from './ask.ts'
import { TablePanel } from './table-panel.tsx'

/** Deletes words or puts them in brackets: those that were selected, or those that are typed. */
export function WordsPanel({ ask, onClose }: { readonly ask: Ask; readonly onClose: () => void }) {
  const say = useSay()
  const { subject } = ask
  const holds = ask.kind === 'hold'
  const [typed, setTyped] = useState(subject.drafted ?? '')
  const { changes, missing } = useWords(subject, typed, holds)
  return (
    <TablePanel
      title={say(holds ? words.titleHold : words.titleDeleteWords, { label: subject.label })}
      changes={changes}
      missing={missing && say(missing, { label: subject.label })}
      onClose={onClose}
    >
      {subject.selected === null && (
        <TextField
          label={say(words.whichWords)}
          description={say(holds ? words.whichWordsHelp : words.whichWordsExact, { label: subject.label })}
          value={typed}
          onChange={setTyped}
          optional={holds}
          autoFocus
          {...(missing && typed.trim() !== '' ? { error: say(missing, { label: subject.label }) } : {})}
        />
      )}
    </TablePanel>
  )
}

function useWords({ paragraph, selected }: Subject, typed: string, holds: boolean) {
  const { state } = useRoom()
  const ranges = selected?.ranges
  return useMemo(() => {
    const make = holds ? holdWords : deleteWords
    const missing = (message: (typeof words)['wordsMissing']) => ({
      changes: [] as Change[],
      missing: message,
    })
    if (ranges) return { changes: make(state, ranges), missing: null }
    const text = wordsOf(state, paragraph)
      .map((run) => ('text' in run ? run.text : '\u{fffc}'))
      .join('')
    const sought = typed.trim()
    if (sought === '' && !holds) return missing(words.chooseWords)
    const from = text.indexOf(sought)
    if (from < 0) return missing(words.wordsMissing)
    if (sought !== '' && text.includes(sought, from + 1)) return missing(words.wordsTwice)
    const to = sought === '' ? text.length : from + sought.length
    return { changes: make(state, rangesOfWords(state, paragraph, from, to)), missing: null }
  }, [state, ranges, paragraph, typed, holds])
}
