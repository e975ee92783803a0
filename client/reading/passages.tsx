import { createElement, Fragment, type ReactNode } from 'react'
import type { Run, Words } from '../../schema/text/token.ts'
import type { Attribution, Contest, Passage, Wording } from '../../schema/view/passage.ts'
import { reading } from '../lang/en/reading.ts'
import type { Sayer } from '../lang/say.tsx'
import { Chip, codesOf } from './chip.tsx'

/** What drawing passages needs beside them. `noteLabel` is the number printed for a footnote's id. */
export interface Drawing {
  readonly say: Sayer
  readonly noteLabel: (note: string) => string
}

/** Draws passages as inline elements. Words that stand in no bracket are plain strings. */
export function drawPassages(passages: readonly Passage[], drawing: Drawing, depth = 1): ReactNode[] {
  return passages.map((passage) =>
    passage.type === 'words' ? drawRun(passage.run, drawing, depth) : drawContest(passage, drawing, depth),
  )
}

function drawRun(run: Run, { say, noteLabel }: Drawing, depth: number): ReactNode {
  // Within brackets words are marked one by one, so that no strike runs through the names between them.
  if ('text' in run) return depth === 1 ? drawWords(run) : <span className="t">{drawWords(run)}</span>
  if ('line' in run) return <br />
  if ('note' in run) {
    const label = noteLabel(run.note)
    return (
      <sup className="note">
        <a href={`#p-${run.note}`} aria-label={say(reading.note, { label })}>
          {label}
        </a>
      </sup>
    )
  }
  return (
    <span className="pilcrow">
      <span aria-hidden="true">¶ </span>
      <span className="said">{say(reading.newParagraph)}</span>
    </span>
  )
}

const tags = ['em', 'strong', 'sub', 'sup'] as const

function drawWords({ text, marks }: Words): ReactNode {
  if (!marks) return text
  let drawn: ReactNode = text
  for (const tag of tags) if (marks[tag]) drawn = createElement(tag, null, drawn)
  if (marks.underline) drawn = <span className="underlined">{drawn}</span>
  if (marks.link)
    drawn = (
      <a href={marks.link} rel="noreferrer noopener" target="_blank">
        {drawn}
      </a>
    )
  return drawn
}

function drawContest({ wordings }: Contest, drawing: Drawing, depth: number): ReactNode {
  return createElement(
    'span',
    { className: wordings.length > 1 ? 'contest rival' : 'contest' },
    ...wordings.map((wording) => drawWording(wording, wordings.length > 1, drawing, depth)),
  )
}

function drawWording(wording: Wording, rival: boolean, drawing: Drawing, depth: number): ReactNode {
  return drawBracketed(wording, rival, drawPassages(wording.passages, drawing, depth + 1), drawing, depth)
}

/** Puts brackets, names and marks around words that are drawn already. */
export function drawBracketed(
  { role, by, deletedBy, heldBy }: Omit<Wording, 'passages'>,
  rival: boolean,
  inner: readonly ReactNode[],
  { say }: Drawing,
  depth: number,
): ReactNode {
  const tag = role === 'proposed' ? 'ins' : deletedBy.length > 0 ? 'del' : 'span'
  return (
    <span className={`wording ${role}`} data-depth={Math.min(depth, 4)}>
      <b className="glyph" aria-hidden="true">
        [
      </b>
      <Chip by={by} />
      {isNamed(by) && (
        <span className="chip-end" aria-hidden="true">
          :{' '}
        </span>
      )}
      <span className="said">{opening({ role, by, deletedBy, heldBy }, rival, say)}</span>
      {createElement(tag, null, ...inner)}
      <span className="said">{say(reading.end)}</span>
      <Asked deletedBy={deletedBy} heldBy={heldBy} say={say} />
      <b className="glyph" aria-hidden="true">
        ]
      </b>
    </span>
  )
}

const isNamed = (by: readonly Attribution[]) =>
  by.some(({ sponsors, drafting }) => sponsors.length > 0 || drafting)

/** What is asked of standing words, after a dash: "– RF: delete; EU: reserve". */
function Asked({
  deletedBy,
  heldBy,
  say,
}: Pick<Wording, 'deletedBy' | 'heldBy'> & { readonly say: Sayer }): ReactNode {
  const parts = [
    { by: deletedBy, asks: reading.delete },
    { by: heldBy, asks: reading.hold },
  ].filter(({ by }) => isNamed(by))
  if (parts.length === 0) return null
  return (
    <span className="tail" aria-hidden="true">
      {' – '}
      {parts.map(({ by, asks }, i) => (
        <Fragment key={asks.id}>
          {i > 0 && '; '}
          <Chip by={by} />
          {`: ${say(asks)}`}
        </Fragment>
      ))}
    </span>
  )
}

/** The words a screen reader says before a wording. */
function opening(
  { role, by, deletedBy, heldBy }: Omit<Wording, 'passages'>,
  rival: boolean,
  say: Sayer,
): string {
  const sentence =
    role === 'proposed'
      ? rival
        ? reading.proposesInstead
        : reading.proposesToInsert
      : deletedBy.length > 0
        ? reading.proposesToDelete
        : heldBy.length > 0
          ? reading.holds
          : reading.asItStands
  const who = codesOf(role === 'proposed' ? by : deletedBy.length > 0 ? deletedBy : heldBy)
  const drafting = by.some((one) => one.drafting) ? ` ${say(reading.drafting)}` : ''
  return say(sentence, { count: who.length, who: who.join(', ') }) + drafting
}
