import { Fragment, Mark } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { Attributes } from '../../schema/draft/embed.ts'
import { runOf } from '../../schema/draft/delta.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import type { Head, Line, Marks, Note, ParagraphKind, Run, Words } from '../../schema/text/token.ts'
import { joinRuns, markNames, words } from '../../schema/text/token.ts'
import { draftSchema } from './schema.ts'

/** The marks of the editor for attributes of the shared text. */
export function marksOf(attributes: Attributes | Marks | undefined): readonly Mark[] {
  if (!attributes) return Mark.none
  const given = attributes as Attributes
  const found = markNames.flatMap((name) => {
    const type = draftSchema.marks[name]
    const value = given[name]
    if (!type || value === undefined || value === null) return []
    return [type.create(name === 'link' ? { href: value } : null)]
  })
  return Mark.setFrom(found)
}

/** Attributes of the shared text for marks of the editor. */
export function marksFrom(marks: readonly Mark[]): Marks {
  return Object.fromEntries(
    marks.map((mark) => [mark.type.name, mark.type.name === 'link' ? String(mark.attrs['href']) : true]),
  )
}

/** The nodes of a paragraph's words. */
export const fragmentOf = (runs: readonly Run[]): Fragment => Fragment.from(runs.flatMap(nodeOf))

function nodeOf(run: Run): Node[] {
  if ('text' in run) return run.text === '' ? [] : [draftSchema.text(run.text, marksOf(run.marks))]
  if ('note' in run) return [draftSchema.node('note', { id: run.note })]
  return 'line' in run ? [draftSchema.node('line')] : []
}

/** The nodes of one insert into the shared text, as long as it is there. Throws RangeError for unknown ones. */
export function insertedFragment(insert: unknown, attributes: Attributes | undefined): Fragment {
  const run = runOf(insert, attributes)
  if (!run) throw new RangeError(`the draft holds what this version does not know: ${JSON.stringify(insert)}`)
  if ('text' in run) return fragmentOf([run])
  return Fragment.from(nodeOf(run).map((node) => node.mark(marksOf(attributes))))
}

/** The same nodes with marks given or (null) taken away. */
export function remarked(fragment: Fragment, attributes: Attributes): Fragment {
  const nodes: Node[] = []
  fragment.forEach((node) => {
    const others = node.marks.filter((mark) => !(mark.type.name in attributes))
    nodes.push(node.mark(Mark.setFrom([...others, ...marksOf(attributes)])))
  })
  return Fragment.from(nodes)
}

/** The words of a fragment of inline nodes. Atoms carry no marks in a text, whatever was selected with them. */
export function runsOf(fragment: Fragment): (Words | Note | Line)[] {
  const out: (Words | Note | Line)[] = []
  fragment.forEach((node) => {
    if (node.isText) out.push(words(node.text ?? '', marksFrom(node.marks)))
    else if (node.type.name === 'note') out.push({ note: String(node.attrs['id']) })
    else out.push({ line: true })
  })
  return out
}

/** The beginning of a paragraph of the editor. */
export const headOf = (node: Node): Head => ({
  id: String(node.attrs['id']),
  kind: node.attrs['kind'] as ParagraphKind,
  level: Number(node.attrs['level']),
})

/** A paragraph of the editor as one of a text. Nodes never change, so each is converted once. */
export function paragraphOf(node: Node): Paragraph {
  const known = converted.get(node)
  if (known) return known
  const paragraph = { ...headOf(node), content: joinRuns(runsOf(node.content)) }
  converted.set(node, paragraph)
  return paragraph
}

const converted = new WeakMap<Node, Paragraph>()

/** A paragraph of a text as one of the editor. */
export const paragraphNode = ({ id, kind, level, content }: Paragraph): Node =>
  draftSchema.node('paragraph', { id, kind, level }, fragmentOf(content))
