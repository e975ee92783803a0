import { useMemo, useState } from 'react'
import {
  basisAt,
  deleteParagraph,
  joinToPrevious,
  offsetOf,
  splitParagraph,
  splitPoints,
  wordsOf,
} from '../../../schema/proposal/asking.ts'
import type { Change } from '../../../schema/proposal/change.ts'
import { paragraphsUnder } from '../../../schema/proposal/placing.ts'
import type { State } from '../../../schema/record/state.ts'
import {
  paragraphKinds,
  type ParagraphKind,
  plainText,
  runsLength,
  sliceRuns,
} from '../../../schema/text/token.ts'
import { Select } from '../../controls/select.tsx'
import { Choice, Tick } from '../../controls/tick.tsx'
import { paragraphKindNames } from '../../lang/en/common.ts'
import { asking as words } from '../../lang/en/asking.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import type { Ask } from './ask.ts'
import { freshId } from '../fresh-id.ts'
import { TablePanel } from './table-panel.tsx'

interface PanelProps {
  readonly ask: Ask
  readonly onClose: () => void
}

/** Deletes the paragraph whole, as a rule with the items under it: without their chapeau they say nothing. */
export function DeletePanel({ ask: { subject }, onClose }: PanelProps) {
  const say = useSay()
  const { state } = useRoom()
  const { paragraph, label } = subject
  const under = useMemo(
    () => paragraphsUnder(state, paragraph).filter((id) => kindOf(state, id) !== 'footnote'),
    [state, paragraph],
  )
  const [along, setAlong] = useState(() => kindOf(state, paragraph) !== 'heading')
  const changes = useMemo(
    () => deleteParagraph(state, paragraph, along ? under : []),
    [state, paragraph, along, under],
  )
  return (
    <TablePanel title={say(words.titleDeleteParagraph, { label })} changes={changes} onClose={onClose}>
      {under.length > 0 && (
        <Tick isSelected={along} onChange={setAlong}>
          {say(words.deleteUnder, { count: under.length })}
        </Tick>
      )}
    </TablePanel>
  )
}

function kindOf(state: State, paragraph: string): ParagraphKind | null {
  const { layout, index } = basisAt(state, paragraph)
  return layout[index]?.head.kind ?? null
}

/** Joins the paragraph to the one before it. */
export function JoinPanel({ ask: { subject }, onClose }: PanelProps) {
  const say = useSay()
  const { state } = useRoom()
  const changes = useMemo(() => {
    const change = joinToPrevious(state, subject.paragraph)
    return change && [change]
  }, [state, subject])
  return (
    <TablePanel title={say(words.titleJoin, { label: subject.label })} changes={changes} onClose={onClose} />
  )
}

/** Splits the paragraph at the caret or behind one of its clauses. */
export function SplitPanel({ ask: { subject }, onClose }: PanelProps) {
  const say = useSay()
  const { state } = useRoom()
  const { paragraph, caret, label } = subject
  const [id] = useState(freshId)
  const content = useMemo(() => wordsOf(state, paragraph), [state, paragraph])
  const points = useMemo(() => {
    const found = new Set(splitPoints(content))
    const at = caret && offsetOf(state, paragraph, caret)
    const behind =
      at === null ? null : at + (/^\s*/.exec(plainOf(content, at, runsLength(content)))?.[0].length ?? 0)
    if (behind !== null && behind > 0 && behind < runsLength(content)) found.add(behind)
    return { all: [...found].sort((a, b) => a - b), caret: behind }
  }, [state, paragraph, caret, content])
  const [at, setAt] = useState(() =>
    points.caret !== null && points.all.includes(points.caret) ? points.caret : (points.all[0] ?? null),
  )
  const changes = useMemo(
    () => (at === null ? [] : splitParagraph(state, paragraph, at, id)),
    [state, paragraph, at, id],
  )
  return (
    <TablePanel title={say(words.titleSplit, { label })} changes={changes} onClose={onClose}>
      <Choice
        label={say(words.splitWhere)}
        options={points.all.map((point) => ({
          id: String(point),
          label: say(words.splitAt, {
            before: plainOf(content, Math.max(0, point - 32), point).trim(),
            after: plainOf(content, point, Math.min(runsLength(content), point + 32)).trim(),
          }),
        }))}
        value={String(at)}
        onChange={(point) => setAt(Number(point))}
      />
    </TablePanel>
  )
}

const plainOf = (content: ReturnType<typeof wordsOf>, from: number, to: number): string =>
  plainText(sliceRuns(content, from, to))

/** Kinds that have levels, and how many. */
const levels: Partial<Record<ParagraphKind, readonly number[]>> = { heading: [0, 1, 2, 3], item: [1, 2, 3] }

/** Makes the paragraph another kind, or sets it at another level. */
export function KindPanel({ ask: { subject }, onClose }: PanelProps) {
  const say = useSay()
  const { state } = useRoom()
  const { paragraph, label } = subject
  const head = useMemo(() => {
    const { layout, index } = basisAt(state, paragraph)
    return layout[index]?.head ?? null
  }, [state, paragraph])
  const [kind, setKind] = useState<ParagraphKind>(head?.kind ?? 'operative')
  const [level, setLevel] = useState(head?.level ?? 0)
  const changes = useMemo<Change[]>(
    () =>
      !head || (kind === head.kind && level === head.level)
        ? []
        : [
            {
              type: 'set',
              paragraph,
              ...(kind === head.kind ? {} : { kind }),
              ...(level === head.level ? {} : { level }),
            },
          ],
    [head, kind, level, paragraph],
  )
  const possible = levels[kind]
  return (
    <TablePanel title={say(words.titleKind, { label })} changes={changes} onClose={onClose}>
      <Select
        label={say(words.kindField)}
        options={paragraphKinds.map((one) => ({ id: one, label: say(paragraphKindNames[one]) }))}
        value={kind}
        onChange={(id) => {
          const chosen = paragraphKinds.find((one) => one === id)
          if (!chosen) return
          setKind(chosen)
          setLevel(chosen === head?.kind ? head.level : (levels[chosen]?.find((one) => one > 0) ?? 0))
        }}
      />
      {possible && (
        <Select
          label={say(words.levelField)}
          options={possible.map((one) => ({
            id: String(one),
            label: one === 0 ? say(words.levelNone) : String(one),
          }))}
          value={String(level)}
          onChange={(id) => setLevel(Number(id))}
        />
      )}
    </TablePanel>
  )
}
