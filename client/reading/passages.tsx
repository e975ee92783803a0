import { createElement, type ReactNode } from 'react'
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
    passage.type === 'words' ? drawRun(passage.run, drawing) : drawContest(passage, drawing, depth),
  )
}

function drawRun(run: Run, { say, noteLabel }: Drawing): ReactNode {
  if ('text' in run) return drawWords(run)
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
  return null
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
  const inner = drawPassages(wording.passages, drawing, depth + 1)
  const { say } = drawing
  const { by, deletedBy, heldBy } = wording
  const proposed = wording.role === 'proposed'
  const words = proposed
    ? createElement('ins', null, ...inner)
    : deletedBy.length > 0
      ? createElement('del', null, ...inner)
      : createElement('span', null, ...inner)
  return (
    <span className={`wording ${wording.role}`} data-depth={Math.min(depth, 4)}>
      <b className="glyph" aria-hidden="true">
        [
      </b>
      {by.length > 0 && (
        <>
          <Chip by={by} />
          {named(by) && (
            <span className="chip-end" aria-hidden="true">
              :{' '}
            </span>
          )}
        </>
      )}
      <span className="said">{opening(wording, rival, say)}</span>
      {words}
      <span className="said">{say(reading.end)}</span>
      {deletedBy.length > 0 && drawTail(deletedBy, say(reading.delete))}
      {heldBy.length > 0 && drawTail(heldBy, say(reading.hold))}
      <b className="glyph" aria-hidden="true">
        ]
      </b>
    </span>
  )
}

const named = (by: readonly Attribution[]) => by.some(({ sponsors }) => sponsors.length > 0)

function drawTail(by: readonly Attribution[], asks: string): ReactNode {
  if (!named(by)) return null
  return (
    <span className="tail" aria-hidden="true">
      {' – '}
      <Chip by={by} />
      {`: ${asks}`}
    </span>
  )
}

/** The words a screen reader says before a wording. */
function opening({ role, by, deletedBy, heldBy }: Wording, rival: boolean, say: Sayer): string {
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
