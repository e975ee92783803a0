import { createElement, Fragment, type ReactNode } from 'react'
import { countWords } from '../../schema/notation/summary.ts'
import type { Run, Words } from '../../schema/text/token.ts'
import { isParted } from '../../schema/view/in-brackets.ts'
import type { Attribution, Contest, Passage, Wording } from '../../schema/view/passage.ts'
import { reading } from '../lang/en/reading.ts'
import type { Sayer } from '../lang/say.tsx'
import { codesOf, drawChip } from './chip.tsx'
import { type Folding, foldName, isFolded, textIn } from './folding.ts'

/** What drawing passages needs beside them. */
export interface Drawing {
  readonly say: Sayer
  /** Number printed for a footnote's id. */
  readonly noteLabel: (note: string) => string
  readonly paragraph: string
  readonly folding: Folding
  /** False where names are hidden: that nobody is named says nothing then. */
  readonly named: boolean
  /** Proposals that are named over the section the paragraph stands in, and not again in every paragraph. */
  readonly namedAbove: ReadonlySet<number>
}

/** Draws passages as inline elements. Words that stand in no bracket are plain strings. */
export function drawPassages(passages: readonly Passage[], drawing: Drawing, depth = 1): ReactNode[] {
  return passages.map((passage, i) => {
    if (passage.type === 'words') return drawRun(passage.run, drawing, depth)
    const contest = drawContest(passage, drawing, depth)
    const space = <span aria-hidden="true"> </span>
    return isParted(passages, i) ? createElement(Fragment, null, space, contest) : contest
  })
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
      <span className="said"> {say(reading.newParagraph)} </span>
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
  if (wordings.length === 1) return drawWording(wordings[0]!, false, drawing, depth)
  return createElement(
    'span',
    { className: 'contest rival', role: 'list' },
    <span className="said"> {drawing.say(reading.wordings, { count: wordings.length })}</span>,
    ...wordings.map((wording) => drawWording(wording, true, drawing, depth)),
  )
}

function drawWording(wording: Wording, rival: boolean, drawing: Drawing, depth: number): ReactNode {
  return drawBracketed(
    wording,
    {
      rival,
      inList: rival,
      name: foldName(drawing.paragraph, wording, depth),
      text: () => textIn(wording.passages),
    },
    drawPassages(wording.passages, drawing, depth + 1),
    drawing,
    depth,
  )
}

type Asking = Omit<Wording, 'passages'>

/** What a bracket is beside who asks for it: one of several, its name for folding, the words it holds. */
export interface Bracket {
  readonly rival: boolean
  /** True where the others stand beside it, not in paragraphs of their own. */
  readonly inList: boolean
  readonly name: string
  readonly text: () => string
}

/** Puts brackets, names and marks around words that are drawn already. */
export function drawBracketed(
  asking: Asking,
  { rival, inList, name, text }: Bracket,
  inner: readonly ReactNode[],
  { say, folding, named, namedAbove }: Drawing,
  depth: number,
): ReactNode {
  const { role, by, deletedBy, heldBy } = asking
  const tag = role === 'proposed' ? 'ins' : deletedBy.length > 0 ? 'del' : 'span'
  const folded = isFolded(folding, name, depth)
  const above = (some: readonly Attribution[]) =>
    some.length > 0 && some.every(({ proposal }) => namedAbove.has(proposal))
  const told = above(by) || above([...deletedBy, ...heldBy])
  return (
    <span
      className={`wording ${role}`}
      data-depth={depth}
      data-fold={name}
      role={inList ? 'listitem' : undefined}
      data-told={told ? '' : undefined}
    >
      <b className="glyph" aria-hidden="true">
        [
      </b>
      {drawChip(by, say, true)}
      <span className="said"> {opening(asking, rival, named, depth, say)}</span>
      {(folded || folding.turned.has(name)) && (
        <button
          type="button"
          className="fold"
          data-act="fold"
          aria-expanded={!folded}
          aria-label={say(reading.foldedWords, { count: countWords(text()) })}
        >
          {folded ? '…' : '−'}
        </button>
      )}
      {createElement(tag, { className: 'words', hidden: folded }, ...inner)}
      <span className="said">{say(reading.end, { depth })}</span>
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
          {drawChip(by, say)}
          {`: ${say(asks)}`}
        </Fragment>
      ))}
    </span>
  )
}

/** The words a screen reader says before a wording: how deep it lies, who asks what of it. */
function opening(
  { role, by, deletedBy, heldBy }: Asking,
  rival: boolean,
  named: boolean,
  depth: number,
  say: Sayer,
): string {
  const parts =
    role === 'proposed'
      ? [{ sentence: rival ? reading.proposesInstead : reading.proposesToInsert, some: by }]
      : [
          { sentence: reading.proposesToDelete, some: deletedBy },
          { sentence: reading.holds, some: heldBy },
        ].filter(({ some }) => some.length > 0)
  const level = depth > 1 ? say(reading.level, { depth }) : ''
  if (parts.length === 0) return level + say(reading.asItStands)
  return (
    level +
    parts
      .map(({ sentence, some }) => {
        const who = codesOf(some)
        const drafting = some.some((one) => one.drafting) ? ` ${say(reading.drafting)}` : ''
        const facts = { count: who.length, who: who.join(', '), named: named ? 'yes' : 'no' }
        return say(sentence, facts) + drafting
      })
      .join('')
  )
}
