import { createElement, Fragment, useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { VersionKey } from '../../../schema/proposal/change.ts'
import type { State } from '../../../schema/record/state.ts'
import { hunksOf, offsetsOf, unitsOf } from '../../../schema/proposal/hunks.ts'
import { textOf } from '../../../schema/text/text.ts'
import { Button } from '../../controls/button.tsx'
import type { DraftEditor } from '../../draft/editor.ts'
import { overtakenOf, settleOvertaken, watchOvertaken } from '../../draft/overtaken.ts'
import { drafting as words } from '../../lang/en/drafting.ts'
import { useSay } from '../../lang/say.tsx'

/** Ids of the paragraphs of a draft that were changed in the text meanwhile. */
export function useOvertaken(ydoc: Y.Doc): readonly string[] {
  const subscribe = useCallback((listener: () => void) => watchOvertaken(ydoc, listener), [ydoc])
  const names = useSyncExternalStore(subscribe, () => [...overtakenOf(ydoc).keys()].join(' '))
  return useMemo(() => (names === '' ? [] : names.split(' ')), [names])
}

/** Places that changed while they were being drafted, each with both wordings and the two ways out. */
export function OvertakenNotices({
  ydoc,
  editor,
  state,
  basis,
  labelOf,
}: {
  readonly ydoc: Y.Doc
  /** Null until it stands on the page. */
  readonly editor: DraftEditor | null
  readonly state: State
  readonly basis: ReadonlySet<VersionKey>
  readonly labelOf: (paragraph: string) => string
}) {
  const say = useSay()
  const ids = useOvertaken(ydoc)
  const entries = overtakenOf(ydoc)
  const take = (id: string) => {
    const now = textOf(state, basis).find((paragraph) => paragraph.id === id)
    if (now) editor?.rewrite(editor.paragraphs().map((paragraph) => (paragraph.id === id ? now : paragraph)))
    settleOvertaken(ydoc, id)
  }
  return ids.map((id) => {
    const entry = entries.get(id)
    return (
      entry && (
        <section key={id} className="desk-overtaken" aria-label={say(words.overtaken)}>
          <p>
            <strong>{say(words.overtakenWhat, { label: labelOf(id) })}</strong>
          </p>
          <dl>
            <dt>{say(words.overtakenWas)}</dt>
            <dd dir="auto">
              <Against text={entry.was} other={entry.now} tag="del" />
            </dd>
            <dt>{say(words.overtakenNow)}</dt>
            <dd dir="auto">
              <Against text={entry.now} other={entry.was} tag="ins" />
            </dd>
          </dl>
          <div className="deeds">
            <Button onPress={() => settleOvertaken(ydoc, id)}>{say(words.overtakenDone)}</Button>
            <Button onPress={() => take(id)}>{say(words.overtakenTake)}</Button>
          </div>
        </section>
      )
    )
  })
}

/** A wording with what the other one has not marked: in a long paragraph one changed word is not found otherwise. */
function Against({
  text,
  other,
  tag,
}: {
  readonly text: string
  readonly other: string
  readonly tag: 'ins' | 'del'
}) {
  const units = unitsOf([{ text }])
  const offsets = offsetsOf(units)
  const hunks = hunksOf(units, unitsOf([{ text: other }])).filter(({ from, to }) => from < to)
  const at = (unit: number) => offsets[unit] ?? text.length
  return (
    <>
      {hunks.map(({ from, to }, i) => (
        <Fragment key={from}>
          {text.slice(at(hunks[i - 1]?.to ?? 0), at(from))}
          {createElement(tag, null, text.slice(at(from), at(to)))}
        </Fragment>
      ))}
      {text.slice(at(hunks.at(-1)?.to ?? 0))}
    </>
  )
}
