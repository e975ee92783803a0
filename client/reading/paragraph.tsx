import { createElement, memo, type ReactNode } from 'react'
import type { ParagraphKind } from '../../schema/text/token.ts'
import type { ParagraphView } from '../../schema/view/passage.ts'
import { StatusGlyph } from '../controls/status.tsx'
import { statusNames } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'
import { textIn } from './folding.ts'
import { type Manner, plainManner } from './manner.ts'
import { drawBracketed, drawPassages, type Drawing } from './passages.tsx'
import { Requests } from './requests.tsx'

/** What a paragraph needs to know of the others; each function keeps its identity until its answers change. */
export interface Neighbours {
  /** As in the margin, or where a footnote is referred to: "(a)". */
  readonly printedLabel: (paragraph: string) => string
  /** As sentences cite it: "OP3 (a)". */
  readonly labelOf: (paragraph: string) => string
}

const elements: Record<ParagraphKind, string> = {
  title: 'h2',
  heading: 'h3',
  annex: 'h2',
  preambular: 'p',
  operative: 'p',
  body: 'p',
  plain: 'p',
  item: 'p',
  footnote: 'p',
}

interface TextProps {
  readonly paragraph: ParagraphView
  readonly neighbours: Neighbours
  readonly manner?: Manner
}

/**
 * One paragraph as its view says, with label, status and room for line numbers in the margin.
 * Drawn again only when its view is another object, or it is read in another manner.
 */
export const ParagraphText = memo(function ParagraphText({
  paragraph,
  neighbours,
  manner = plainManner,
}: TextProps) {
  const say = useSay()
  const { kind, level, label, status } = paragraph
  const words = drawWhole(paragraph, {
    say,
    noteLabel: neighbours.printedLabel,
    paragraph: paragraph.id,
    folding: manner.folding,
    named: manner.named,
    namedAbove: manner.namedAbove,
  })
  return (
    <>
      <div className="paragraph-margin">
        <span className="line-numbers" aria-hidden="true" />
        <span className="paragraph-label">
          <bdi>{label}</bdi>
        </span>
        {status !== 'open' && (
          <span className={`paragraph-status status-${status}`} title={say(statusNames[status])}>
            <StatusGlyph status={status} />
            <span className="said">{say(statusNames[status])}</span>
          </span>
        )}
      </div>
      <div className={`paragraph-text kind-${kind} level-${level}`}>
        {createElement(elements[kind], { className: 'paragraph-words', dir: 'auto' }, ...words)}
        <Requests paragraph={paragraph} labelOf={neighbours.labelOf} isOption={manner.option !== null} />
      </div>
    </>
  )
}, sameText)

function sameText(before: TextProps, after: TextProps): boolean {
  return (
    before.paragraph === after.paragraph &&
    before.neighbours === after.neighbours &&
    before.manner?.key === after.manner?.key
  )
}

/** The words of a paragraph, in brackets of its own where all of it is proposed or asked to be deleted. */
function drawWhole(
  { id, passages, proposedBy, alternativeTo, requests }: ParagraphView,
  drawing: Drawing,
): ReactNode[] {
  const deletedBy = requests.filter(({ type }) => type === 'delete').map(({ by }) => by)
  if (proposedBy.length === 0 && deletedBy.length === 0) return drawPassages(passages, drawing)
  const inner = drawPassages(passages, drawing, 2)
  const role = proposedBy.length > 0 ? 'proposed' : 'standing'
  return [
    drawBracketed(
      { role, by: proposedBy, deletedBy, heldBy: [] },
      { rival: alternativeTo !== null, inList: false, name: id, text: () => textIn(passages) },
      inner,
      drawing,
      1,
    ),
  ]
}
