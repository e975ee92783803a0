import type { Marks, ParagraphKind, Run } from '../../schema/text/token.ts'
import { joinRuns, words } from '../../schema/text/token.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'

/** How a paragraph of the files begins, first match wins, and what it is. Group 1 is its own label. */
const beginnings: readonly { start: RegExp; kind: ParagraphKind; level: number }[] = [
  { start: /^### /, kind: 'heading', level: 2 },
  { start: /^## /, kind: 'heading', level: 1 },
  { start: /^# /, kind: 'title', level: 0 },
  { start: /^ANNEX /, kind: 'annex', level: 0 },
  { start: /^PP(\d+) /, kind: 'preambular', level: 0 },
  { start: /^OP(\d+) /, kind: 'operative', level: 0 },
  { start: /^(\d+)\. /, kind: 'body', level: 0 },
  // No list here goes past (h), so (i) always counts in Roman numerals.
  { start: /^\(([ivx]+)\) /, kind: 'item', level: 2 },
  { start: /^\(([a-h])\) /, kind: 'item', level: 1 },
  { start: /^\[\^(\d+)\]: /, kind: 'footnote', level: 0 },
]

/**
 * Reads a text in the small Markdown of these files: one paragraph to a line, its label first, _italics_,
 * [^1] for a footnote; without a label it is an unnumbered heading. A paragraph's id is its label, so that a script can name it: "pp1", "op3", "op3-a",
 * "12", "12-a"; in an annex "annex-2", "annex-2-d-ii". Footnotes follow the paragraph that refers to them.
 * Throws RangeError when a footnote is referred to and not there.
 */
export function readText(source: string): Paragraph[] {
  const lines = source.split('\n').filter((line) => line.trim() !== '')
  const read = new Labels()
  const paragraphs = lines.map((line) => read.paragraph(line))
  const notes = paragraphs.filter(({ kind }) => kind === 'footnote')
  return paragraphs
    .filter(({ kind }) => kind !== 'footnote')
    .flatMap((paragraph) => [paragraph, ...notesOf(paragraph).map((id) => noteNamed(notes, id))])
}

/** Reads words with _italics_ and [^1]. */
export function readWords(source: string): Run[] {
  const runs = source.split(/(_[^_]+_|\[\^\w+\])/).map((part): Run => {
    const note = /^\[\^(\w+)\]$/.exec(part)
    if (note) return { note: `note-${note[1]}` }
    const italic = /^_(.+)_$/.exec(part)
    return italic ? words(italic[1]!, emphasis) : words(part)
  })
  return joinRuns(runs)
}

const emphasis: Marks = { em: true }

const notesOf = ({ content }: Paragraph): string[] =>
  content.flatMap((run) => ('note' in run ? [run.note] : []))

function noteNamed(notes: readonly Paragraph[], id: string): Paragraph {
  const found = notes.find((note) => note.id === id)
  if (!found) throw new RangeError(`no such footnote: ${id}`)
  return found
}

/** Makes ids of labels, which repeat: every list begins at (a), and an annex at 1. */
class Labels {
  private readonly seen = new Map<ParagraphKind, number>()
  private annex = ''
  private body = ''
  private item = ''

  paragraph(line: string): Paragraph {
    const form = beginnings.find(({ start }) => start.test(line))
    const kind = form?.kind ?? 'heading'
    const found = form?.start.exec(line)
    const id = this.idOf(kind, form?.level ?? 0, found?.[1] ?? '')
    return { id, kind, level: form?.level ?? 0, content: readWords(line.slice(found?.[0].length ?? 0)) }
  }

  private idOf(kind: ParagraphKind, level: number, label: string): string {
    if (kind === 'footnote') return `note-${label}`
    if (kind === 'preambular') return (this.body = `pp${label}`)
    if (kind === 'operative') return (this.body = `op${label}`)
    if (kind === 'body') return (this.body = `${this.annex}${label}`)
    if (kind === 'item' && level === 1) return (this.item = `${this.body}-${label}`)
    if (kind === 'item') return `${this.item}-${label}`
    if (kind === 'annex') {
      this.annex = 'annex-'
      return 'annex'
    }
    const count = (this.seen.get(kind) ?? 0) + 1
    this.seen.set(kind, count)
    return `${kind}-${count}`
  }
}
