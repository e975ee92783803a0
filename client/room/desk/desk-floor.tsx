import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { chairCode } from '../../../schema/party/party.ts'
import type { Change } from '../../../schema/proposal/change.ts'
import type { Deed } from '../../../schema/record/deed.ts'
import { Button } from '../../controls/button.tsx'
import { giveReceipt } from '../../controls/receipts.tsx'
import type { DraftConnection } from '../../draft/connection.ts'
import { asking } from '../../lang/en/asking.ts'
import { drafting as words } from '../../lang/en/drafting.ts'
import { useSay } from '../../lang/say.tsx'
import type { Neighbours } from '../../reading/paragraph.tsx'
import { useRoom } from '../context.ts'
import { moveDeskRegion } from '../moving/keys.ts'
import { paragraphOf } from '../place.ts'
import { descriptionOf, useAskedBy } from '../wording/sentences.tsx'
import { Speaking } from '../bar/speaking.tsx'
import { Waiting } from '../posting/waiting.tsx'
import { Amended, amendedIn } from './amended.tsx'
import { AskHere } from './ask-here.tsx'
import { Audience, SavingPhrase } from './audience.tsx'
import { noChoice, proposalsOf } from './choice.ts'
import { type DeskChange, sameWords } from './desk-change.ts'
import type { Draft } from './drafts.ts'
import type { Queue } from '../posting/use-queue.ts'
import { OvertakenNotices, useOvertaken } from './overtaken.tsx'
import { textWith } from './restore.ts'
import { nextChanges } from './revising.ts'
import { ChangeList, noCompany, TableForm } from './tabling.tsx'
import { DeskToolbar } from './toolbar.tsx'
import { showParagraph, useDeskChanges, useEditor } from './use-desk.ts'
import { useRevision } from './use-revision.ts'
import { penDeed, tablingDeed, useTabling } from './use-tabling.ts'

/** What the desk is opened with. */
export interface DeskProps {
  /** The paragraph to write in. */
  readonly at: string | null
  /** Open proposals of others to be amended in the draft. */
  readonly amend: readonly number[]
  /** An own open proposal whose words are brought in to be changed. */
  readonly revise: number | null
  readonly neighbours: Neighbours
  readonly queue: Queue
  readonly onClose: () => void
}

const none: readonly DeskChange[] = []
const nothing: ReadonlySet<string> = new Set()

/** The desk once the draft is there: toolbar, the text to write in, and what would be tabled. */
export function DeskFloor({
  entry,
  connection,
  seat,
  at,
  revise,
  neighbours,
  queue,
  onMembers,
  onClose,
}: DeskProps & {
  readonly entry: Draft
  readonly connection: DraftConnection
  readonly seat: string
  readonly onMembers: (members: readonly string[]) => void
}) {
  const say = useSay()
  const { state, live, me, speaker, mayI } = useRoom()
  const askedBy = useAskedBy()
  const { ydoc } = connection
  const [attach, desk] = useEditor(connection, state.language, at)
  const { editor, basis } = desk
  const found = useDeskChanges(state, desk, speaker ?? chairCode, at)
  const changes = found?.changes ?? none
  const queued = useMemo(() => queuedNames(changes, queue), [changes, queue])
  const before = useMemo(() => new Set([...(found?.before ?? nothing), ...queued]), [found, queued])
  const [choice, setChoice] = useState(noChoice)
  const [company, setCompany] = useState(noCompany)
  const units = useMemo(() => proposalsOf(changes, choice, before), [changes, choice, before])
  const overtaken = useOvertaken(ydoc)
  const { pending, table } = useTabling(queue)
  useRevision(revise, at, state, desk, found?.changes ?? null)

  useEffect(() => {
    if (!editor) return
    const others = Map.groupBy(amendedIn(state, basis), (one) => paragraphOf(state, one))
    const margins = editor.paragraphs().map(({ id, kind }) => {
      const who = (others.get(id) ?? []).flatMap(askedBy).join(', ')
      const said = overtaken.includes(id) ? say(words.overtaken) : who && say(asking.amendedHere, { who })
      const note = said ? { note: said } : {}
      return [id, { label: neighbours.printedLabel(id), isFootnote: kind === 'footnote', ...note }] as const
    })
    editor.setMargins(new Map(margins))
  }, [editor, neighbours, overtaken, say, askedBy, state, basis])

  const deedOf = useCallback(
    (unit: readonly DeskChange[]) =>
      tablingDeed(unit, changes, company, (id, made) =>
        nextChanges(state, basis, state.proposals.get(id)!, made),
      ),
    [changes, company, state, basis],
  )
  const refusal = units.reduce<ReturnType<typeof mayI>>((first, unit) => first ?? mayI(deedOf(unit)), null)
  const tableChosen = useCallback(async () => {
    if (units.length === 0 || refusal || pending) return
    const refused = await table(units, deedOf)
    if (refused) return
    setChoice(noChoice)
    setCompany(noCompany)
  }, [units, refusal, pending, table, deedOf])
  const newest = useRef(tableChosen)
  useLayoutEffect(() => {
    newest.current = tableChosen
  }, [tableChosen])
  const pen = async () => {
    const refused = await table(units, (unit) => penDeed(unit, company.rationale))
    if (!refused) setCompany(noCompany)
  }
  const discard = (change: DeskChange) => {
    const rest = changes.filter((one) => one !== change).map((one) => one.change)
    editor?.rewrite(textWith(state, basis, rest))
    giveReceipt(say(words.discarded))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'F6') {
      event.preventDefault()
      moveDeskRegion(event.currentTarget, !event.shiftKey)
      return
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    // The last keys may be younger than the list of changes; what is tabled is what is then shown.
    flushSync(desk.refresh)
    void newest.current()
  }
  return (
    <div className="desk" onKeyDownCapture={onKeyDown} role="presentation">
      <div className="room-top">
        <div className="bar">
          <div className="bar-text">
            <Button onPress={onClose}>{say(words.close)}</Button>
            {editor && <DeskToolbar editor={editor} />}
            {editor && <AskHere editor={editor} />}
          </div>
          <div className="bar-state">
            <Speaking />
            <SavingPhrase connection={connection} />
          </div>
        </div>
        <Audience entry={entry} seat={seat} onMembers={onMembers} />
        <Waiting queue={queue} />
      </div>
      <div className="desk-places">
        <div ref={attach} className="desk-text" />
        <aside className="desk-side" aria-label={say(words.changes)}>
          <Amended entry={entry} basis={basis} />
          <OvertakenNotices
            ydoc={ydoc}
            editor={editor}
            state={state}
            basis={basis}
            labelOf={neighbours.labelOf}
          />
          <TableForm
            proposals={units}
            sentencesOf={(unit) => askedIn(deedOf(unit)).map((change) => descriptionOf(state, change))}
            company={company}
            offline={live.offlineSince !== null}
            pending={pending}
            refusal={refusal}
            onCompany={setCompany}
            onTable={() => void tableChosen()}
            extra={
              me.role === 'facilitator' &&
              speaker === null && (
                <span title={say(words.penHint)}>
                  <Button
                    size="main"
                    refusal={
                      units.length === 0
                        ? say(words.nothingChosen)
                        : units.reduce<ReturnType<typeof mayI>>(
                            (first, unit) => first ?? mayI(penDeed(unit, company.rationale)),
                            null,
                          )
                    }
                    onPress={() => void pen()}
                  >
                    {say(words.pen)}
                  </Button>
                </span>
              )
            }
          />
          <h2>{say(words.changes)}</h2>
          <ChangeList
            changes={changes}
            choice={choice}
            before={before}
            queued={queued}
            onChoice={setChoice}
            onShow={(change) => editor && showParagraph(editor, change.description.paragraph)}
            onDiscard={discard}
          />
        </aside>
      </div>
    </div>
  )
}

const askedIn = (deed: Deed): readonly Change[] => ('changes' in deed ? deed.changes : [])

/** Names of the changes that wait on this device to be tabled: they are not to be tabled a second time. */
function queuedNames(changes: readonly DeskChange[], { waiting }: Queue): ReadonlySet<string> {
  const asked = waiting.flatMap(({ intent: { deed } }) => askedIn(deed))
  return new Set(
    changes.filter(({ change }) => asked.some((one) => sameWords(change, one))).map(({ name }) => name),
  )
}
