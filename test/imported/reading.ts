import { readLabel } from '../../server/imports/label.ts'
import { labelIn } from '../../server/imports/lead.ts'
import { perform, type Performance } from '../../schema/imported/perform.ts'
import { understand } from '../../schema/imported/understand.ts'
import type { Corrections, Understanding, WrittenParagraph } from '../../schema/imported/written.ts'
import type { Party } from '../../schema/party/party.ts'
import type { Deed } from '../../schema/record/deed.ts'
import { printView } from '../../schema/view/print.ts'
import { view } from '../../schema/view/view.ts'
import { actor } from '../laws/negotiation.ts'
import { known } from '../notation/reading.ts'

/** Delegations that negotiate; those of the lexicon that are not among them are unknown here. */
export const parties: readonly Party[] = ['EU', 'US', 'CH', 'NO', 'CL', 'JP', 'BR', 'G77', 'CARICOM'].map(
  (code) => ({
    code,
    name: `Delegation of ${code}`,
    kind: code === 'EU' || code === 'G77' || code === 'CARICOM' ? 'group' : 'state',
  }),
)

/** Lines as an import leaves them: the number taken off, and what it says of the kind. */
export function written(...lines: string[]): WrittenParagraph[] {
  return lines.map((line, i): WrittenParagraph => {
    const placed = labelIn(line)
    const label = placed?.label ?? readLabel(line)
    const at = placed?.at ?? 0
    const text = label ? line.slice(0, at) + line.slice(at + label.length) : line
    const item = label?.form === 'point' || label?.form === 'letter'
    const footnote = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(line)
    const kind = footnote ? 'footnote' : label?.part === 'PP' ? 'preambular' : item ? 'item' : 'operative'
    return {
      id: `p${i + 1}`,
      kind,
      level: item ? 1 : 0,
      label: label?.text ?? null,
      content: text === '' ? [] : [{ text }],
    }
  })
}

/** All that comes of some paragraphs. */
export interface Reading extends Performance {
  readonly understood: Understanding
  /** The text to open, a paragraph a line. */
  readonly base: string
  /** The compilation, without the numbers of paragraphs. */
  readonly printed: string
  /** Acts but those that table and cosponsor, a line each. */
  readonly said: readonly string[]
}

/** Understands paragraphs and does what they say. */
export function reading(paragraphs: readonly WrittenParagraph[], corrections?: Corrections): Reading {
  const understood = understand(paragraphs, parties, known, corrections)
  const opening = { title: 'Draft', symbol: 'A/L.1', language: 'en', parties }
  const done = perform(understood, opening, actor('secretariat'), '2026-03-02T10:00:00.000Z')
  return {
    ...done,
    understood,
    base: understood.base.map(({ content }) => content.map(characters).join('')).join('\n'),
    printed: printView(view(done.state, { type: 'compilation', names: 'shown' })),
    said: understood.steps.flatMap(({ for: party, deed }) =>
      deed.type === 'table' || deed.type === 'cosponsor' ? [] : [`${party ?? '–'} ${brief(deed)}`],
    ),
  }
}

const characters = (run: object): string => ('text' in run ? String(run.text) : 'line' in run ? '/' : '°')

function brief(deed: Deed): string {
  const { type, ...rest } = deed
  return `${type} ${JSON.stringify(rest)}`
}
