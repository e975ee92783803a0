import MarkdownIt, { type Token } from 'markdown-it'
import footnote from 'markdown-it-footnote'
import { type Marks, plainText, type Run, words } from '../../schema/text/token.ts'
import { type Found, type FoundText, plainFound, Tally } from './found.ts'
import { labelIn } from './lead.ts'

// Indented code would swallow indented items, and "~~" is not a deletion that anybody tabled.
const markdown = new MarkdownIt({ html: false }).use(footnote).disable(['code', 'strikethrough'])
// "[agreed](Mexico)" is a bracket with its sponsor, and "[shall]: may" is no definition.
markdown.validateLink = (address) => /^(?:https?:\/\/|mailto:|[/.#?])/i.test(address)

/** Reads CommonMark with footnotes. Raw HTML stays as characters; pictures leave their description. */
export function readMarkdown(text: string): FoundText {
  const reader = new MarkdownReader()
  for (const token of markdown.parse(text, {})) reader.block(token)
  return { paragraphs: reader.paragraphs, notes: reader.notes, warnings: reader.tally.warnings() }
}

class MarkdownReader {
  readonly paragraphs: Found[] = []
  readonly notes = new Map<string, readonly Run[]>()
  readonly tally = new Tally()
  /** One entry for each open list: whether it is ordered. */
  readonly #lists: boolean[] = []
  #number: string | null = null
  #style: Found['style'] = null
  #inTable = false
  #note: { name: string; runs: Run[] } | null = null

  block(token: Token): void {
    switch (token.type) {
      case 'heading_open':
        this.#style = headingStyle(Number(token.tag.slice(1)), this.paragraphs.length === 0)
        break
      case 'heading_close':
        this.#style = null
        break
      case 'ordered_list_open':
      case 'bullet_list_open':
        this.#lists.push(token.type === 'ordered_list_open')
        break
      case 'ordered_list_close':
      case 'bullet_list_close':
        this.#lists.pop()
        break
      case 'list_item_open':
        this.#number = this.#lists.at(-1) ? `${token.info}${token.markup}` : '•'
        break
      case 'list_item_close':
        this.#number = null
        break
      case 'footnote_open':
        this.#note = { name: noteName(token), runs: [] }
        break
      case 'footnote_close':
        if (this.#note) this.notes.set(this.#note.name, this.#note.runs)
        this.#note = null
        break
      case 'table_open':
        this.tally.add('tables')
        this.#inTable = true
        break
      case 'table_close':
        this.#inTable = false
        break
      case 'fence':
      case 'code_block':
        for (const line of token.content.split('\n')) this.#add([words(line)])
        break
      case 'inline':
        this.#inline(token.children ?? [])
        break
    }
  }

  /** Lines that begin with a label of their own are paragraphs, though Markdown would join them. */
  #inline(tokens: readonly Token[]): void {
    let open: Run[] = []
    for (const { runs, hard } of linesOf(tokens, this.tally)) {
      const label = labelIn(plainText(runs).trimStart())?.label ?? null
      const own = label !== null && label.form !== 'roman' && label.form !== 'capital'
      if (open.length > 0 && own) {
        this.#add(open)
        open = runs
      } else if (open.length > 0) open = [...open, hard ? { line: true } : words(' '), ...runs]
      else open = runs
    }
    this.#add(open)
  }

  #add(runs: readonly Run[]): void {
    if (this.#note) {
      this.#note.runs.push(...(this.#note.runs.length > 0 ? [{ line: true } as const] : []), ...runs)
      return
    }
    const depth = Math.max(0, this.#lists.length - 1)
    this.paragraphs.push({
      ...plainFound(runs),
      number: this.#number,
      depth,
      style: this.#style,
      inTable: this.#inTable,
    })
    this.#number = null
  }
}

/** The first heading of a file is its title; the others, and "##" and deeper, are headings. */
function headingStyle(depth: number, first: boolean): Found['style'] {
  if (depth === 1 && first) return { kind: 'title', level: 0 }
  return { kind: 'heading', level: Math.min(3, Math.max(1, depth - 1)) }
}

const noteName = (token: Token): string => `n${(token.meta as { id: number }).id}`

/** Inline content cut at its line ends; `hard` is true of a line that a forced break put on its own. */
function linesOf(tokens: readonly Token[], tally: Tally): { runs: Run[]; hard: boolean }[] {
  const lines: { runs: Run[]; hard: boolean }[] = [{ runs: [], hard: false }]
  const add = (run: Run): number => lines.at(-1)!.runs.push(run)
  let marks: Marks = {}
  for (const token of tokens) {
    switch (token.type) {
      case 'em_open':
      case 'em_close':
        marks = { ...marks, em: token.type === 'em_open' || undefined }
        break
      case 'strong_open':
      case 'strong_close':
        marks = { ...marks, strong: token.type === 'strong_open' || undefined }
        break
      case 'link_open':
        marks = { ...marks, link: token.attrGet('href')?.toString() }
        break
      case 'link_close':
        marks = { ...marks, link: undefined }
        break
      case 'footnote_ref':
        add({ note: noteName(token) })
        break
      case 'softbreak':
      case 'hardbreak':
        lines.push({ runs: [], hard: token.type === 'hardbreak' })
        break
      case 'image':
        tally.add('pictures')
        add(words(token.content, marks))
        break
      default:
        add(words(token.content, marks))
    }
  }
  return lines
}
