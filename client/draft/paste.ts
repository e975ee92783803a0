import { Fragment, Slice } from 'prosemirror-model'
import type { Node as ProseNode } from 'prosemirror-model'
import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import { isLink } from '../../schema/draft/embed.ts'
import type { Marks, ParagraphKind, Run } from '../../schema/text/token.ts'
import { joinRuns, words } from '../../schema/text/token.ts'
import { fragmentOf } from './content.ts'
import { draftSchema } from './schema.ts'
import { paragraphAt } from './structure.ts'

/** A paragraph found in what was pasted; null kind takes that of the paragraph it is pasted into. */
interface Pasted {
  readonly kind: ParagraphKind | null
  readonly level: number
  readonly content: readonly Run[]
}

const controls = /[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\ufffc]/g

/** Characters without those that no text may hold. */
const clean = (text: string): string => text.replace(controls, '').toWellFormed()

/** Plain text by lines: each line is a paragraph, empty lines only part them. */
function pastedText(text: string): Pasted[] {
  const lines = clean(text.replace(/\r\n?/g, '\n')).split('\n')
  const some = lines.some((line) => line.trim() !== '')
  return lines
    .filter((line) => !some || line.trim() !== '')
    .map((line) => ({ kind: null, level: 0, content: line === '' ? [] : [words(line)] }))
}

const dropped =
  'script, style, template, head, title, meta, link, object, iframe, svg, math, del, img, video, audio, button, input, select, textarea'
const blocks = new Set(
  'P,DIV,H1,H2,H3,H4,H5,H6,LI,UL,OL,DL,DT,DD,TABLE,TBODY,THEAD,TR,TD,TH,BLOCKQUOTE,PRE,SECTION,ARTICLE,HEADER,FOOTER,MAIN,ASIDE,NAV,FIGURE,FIGCAPTION,ADDRESS,HR,BODY,FORM,FIELDSET'.split(
    ',',
  ),
)

/**
 * HTML from Word or a web page: paragraphs, headings, items with their level, and the marks a text can have.
 * Everything else is left behind. The HTML is read as a lifeless document: nothing of it is loaded or run.
 */
function pastedHtml(html: string): Pasted[] {
  const { body } = new DOMParser().parseFromString(withoutWordComments(html), 'text/html')
  for (const element of body.querySelectorAll(dropped)) element.remove()
  const out: { kind: ParagraphKind | null; level: number; content: Run[] }[] = []
  let open = false
  const begin = (kind: ParagraphKind | null, level: number): void => {
    if (!open || (out.at(-1)?.content.length ?? 0) > 0) out.push({ kind, level, content: [] })
    else Object.assign(out.at(-1) ?? {}, { kind, level })
    open = true
  }
  const put = (run: Run): void => {
    if (!open) begin(null, 0)
    out.at(-1)?.content.push(run)
  }
  const walk = (node: Node, marks: Marks, list: number): void => {
    if (node instanceof Text) {
      const text = clean(node.data).replace(/[ \t\n]+/g, ' ')
      if (text !== '' && (open || text !== ' ')) put(words(text, marks))
      return
    }
    if (!(node instanceof HTMLElement) || isWordJunk(node)) return
    if (node.tagName === 'BR') return put({ line: true })
    const block = blocks.has(node.tagName)
    const depth = list + (node.tagName === 'UL' || node.tagName === 'OL' ? 1 : 0)
    if (block) {
      const { kind, level } = headOf(node, depth)
      begin(kind, level)
    }
    for (const child of node.childNodes) walk(child, marksOf(node, marks), depth)
    if (block) open = false
  }
  walk(body, {}, 0)
  return out
    .map((each) => ({ ...each, content: trimmed(each.content) }))
    .filter(({ content }) => content.length > 0)
}

/** Word puts what other programs must not see into conditional comments, some of them ill-formed. */
const withoutWordComments = (html: string): string =>
  html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, '').replace(/<!\[[^\]>]*\]>/g, '')

/** List marks that Word writes out as characters, and elements of its own. */
function isWordJunk(node: HTMLElement): boolean {
  const style = node.getAttribute('style') ?? ''
  return (
    /mso-list:\s*ignore/i.test(style) ||
    /display:\s*none|mso-hide:\s*all/i.test(style) ||
    /^(O|V|W|M|X):/.test(node.tagName)
  )
}

function headOf(node: HTMLElement, list: number): { kind: ParagraphKind | null; level: number } {
  const heading = /^H([1-6])$/.exec(node.tagName)
  if (heading) return { kind: 'heading', level: Math.min(3, Number(heading[1])) }
  const word = /mso-list:[^;]*\blevel(\d)/i.exec(node.getAttribute('style') ?? '')
  if (word) return { kind: 'item', level: Math.min(3, Number(word[1])) }
  return list > 0 ? { kind: 'item', level: Math.min(3, list) } : { kind: null, level: 0 }
}

function marksOf(node: HTMLElement, marks: Marks): Marks {
  const { fontStyle, fontWeight, textDecorationLine, verticalAlign } = node.style
  const tag = node.tagName
  const bold = fontWeight === 'bold' || Number(fontWeight) >= 600
  // Some sites wrap everything they copy in a <b> that is not bold.
  const plainB = fontWeight === 'normal' || fontWeight === '400'
  const href = tag === 'A' ? node.getAttribute('href') : null
  return {
    ...marks,
    ...((tag === 'EM' || tag === 'I' || tag === 'CITE' || fontStyle === 'italic') &&
      fontStyle !== 'normal' && { em: true }),
    ...((tag === 'STRONG' || tag === 'B' || bold) && !plainB && { strong: true }),
    ...((tag === 'U' || (tag !== 'A' && /underline/.test(textDecorationLine))) && { underline: true }),
    ...((tag === 'SUB' || verticalAlign === 'sub') && { sub: true }),
    ...((tag === 'SUP' || verticalAlign === 'super') && { sup: true }),
    ...(href !== null && isLink(href) && { link: href }),
  }
}

/** Without the spaces and line breaks that only laid out the source. */
function trimmed(runs: readonly Run[]): Run[] {
  const out = [...joinRuns(runs)]
  const blank = (run: Run | undefined): boolean =>
    run !== undefined && ('line' in run || ('text' in run && run.text.trim() === ''))
  while (blank(out[0])) out.shift()
  while (blank(out.at(-1))) out.pop()
  const [first, last] = [out[0], out.at(-1)]
  if (first && 'text' in first) out[0] = words(first.text.trimStart(), first.marks)
  if (last && 'text' in last) {
    const end = out[out.length - 1] ?? last
    if ('text' in end) out[out.length - 1] = words(end.text.trimEnd(), end.marks)
  }
  // Two source spaces that met across elements are one.
  return joinRuns(out.map((run) => ('text' in run ? words(run.text.replace(/ {2,}/g, ' '), run.marks) : run)))
}

/** What was pasted as a slice that joins the words at both ends. */
function sliceOf(pasted: readonly Pasted[], state: EditorState): Slice {
  const here = paragraphAt(state.selection.$from)?.node
  const nodes = pasted.map(({ kind, level, content }): ProseNode => {
    const head =
      kind === null
        ? { kind: here?.attrs['kind'] ?? 'body', level: here?.attrs['level'] ?? 0 }
        : { kind, level }
    return draftSchema.node('paragraph', { id: '', ...head }, fragmentOf(content))
  })
  return nodes.length === 0 ? Slice.empty : new Slice(Fragment.from(nodes), 1, 1)
}

/**
 * Puts a slice in place of a range. The paragraph it is put into keeps its identity, even when all its words
 * are replaced; an empty one takes the kind of what comes first.
 */
function put(state: EditorState, from: number, to: number, slice: Slice): Transaction {
  const tr = state.tr.replace(from, to, slice)
  const here = paragraphAt(state.doc.resolve(from))
  const first = slice.content.firstChild
  if (
    here?.node.content.size === 0 &&
    slice.openStart > 0 &&
    first &&
    first.attrs['kind'] !== here.node.attrs['kind']
  )
    for (const name of ['kind', 'level']) tr.setNodeAttribute(here.before, name, first.attrs[name])
  tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(to)), -1))
  return tr.scrollIntoView().setMeta('paste', true)
}

/** Pasting and dropping. Between drafts, paragraphs keep what the editor's own HTML says of them. */
export const pastePlugin = (): Plugin =>
  new Plugin({
    props: {
      clipboardTextParser: (text, _$context, _plain, view) => sliceOf(pastedText(text), view.state),
      handlePaste(view, event, parsed) {
        const html = event.clipboardData?.getData('text/html')
        const slice = html && !isOwn(html) ? sliceOf(pastedHtml(html), view.state) : parsed
        const { from, to } = view.state.selection
        if (slice.size > 0) view.dispatch(put(view.state, from, to, slice))
        return true
      },
      handleDrop(view, event, _slice, moved) {
        const html = event.dataTransfer?.getData('text/html')
        if (moved || !html || isOwn(html)) return false
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        const slice = sliceOf(pastedHtml(html), view.state)
        if (at && slice.size > 0) view.dispatch(put(view.state, at.pos, at.pos, slice))
        return true
      },
    },
  })

const isOwn = (html: string): boolean => html.includes('data-pm-slice') && html.includes('data-kind')
