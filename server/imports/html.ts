import { type DefaultTreeAdapterMap, defaultTreeAdapter as tree, parse } from 'parse5'
import { type Marks, type ParagraphKind, paragraphKinds, type Run, words } from '../../schema/text/token.ts'
import { letter, roman } from '../../schema/text/numbering.ts'
import { type Found, type FoundText, plainFound, Tally } from './found.ts'
import { bracketStruck } from './struck.ts'

type Node = DefaultTreeAdapterMap['childNode']
type Element = DefaultTreeAdapterMap['element']
type Parent = DefaultTreeAdapterMap['parentNode']

const blocks = new Set(
  'address article aside blockquote body center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const skipped = new Set(
  'head script style template noscript nav iframe object svg math select button'.split(' '),
)
const markOf: Readonly<Record<string, Marks>> = {
  em: { em: true },
  i: { em: true },
  strong: { strong: true },
  b: { strong: true },
  u: { underline: true },
  sub: { sub: true },
  sup: { sup: true },
}

/** Deeper than any page nests; what lies deeper is read as words of the element it lies in. */
const deepest = 200

/**
 * Reads a web page: its blocks as paragraphs, with emphasis, links, lists and footnotes. Of a page that has a
 * `main` the rest is left out. The pages that Adref exports say the kind of each paragraph, and are read by it.
 */
export function readHtml(text: string): FoundText {
  const page = parse(text)
  // In a page that Adref exported, words that are asked to go or to come stand in brackets besides.
  const isOwn = find(page, (element) => classesOf(element).includes('provenance')) !== undefined
  const reader = new PageReader(notesIn(page), isOwn)
  reader.read(find(page, ({ tagName }) => tagName === 'main') ?? page)
  return reader.found()
}

/** Footnotes of a page by the id that references name: where it says so, and where a raised mark leads. */
function notesIn(page: Parent): ReadonlyMap<string, Element> {
  const notes = new Map<string, Element>()
  const targets = new Map<string, Element>()
  const links: Element[] = []
  each(page, (element) => {
    for (const name of ['id', 'name']) {
      const id = attributeOf(element, name)
      if (id !== '' && !targets.has(id)) targets.set(id, element)
    }
    if (element.tagName === 'a' && /^#./.test(attributeOf(element, 'href')) && isRaised(element))
      links.push(element)
  })
  const found = new Set<Element>()
  for (const link of links) {
    const id = attributeOf(link, 'href').slice(1)
    const [note, home] = [blockOf(targets.get(id)), blockOf(link)]
    // The mark in a footnote leads back to where it is cited, which is no footnote.
    if (!note || note === home || (home && found.has(home)) || !startsWith(note, markIn(link))) continue
    notes.set(id, note)
    found.add(note)
  }
  each(page, (element) => {
    if (!classesOf(element).includes('footnote')) return
    const anchor = attributeOf(element, 'id')
      ? element
      : find(element, (one) => attributeOf(one, 'id') !== '')
    const id = anchor && attributeOf(anchor, 'id')
    if (id) notes.set(id, element)
  })
  return notes
}

const markIn = (element: Element): string => textOf(element).replace(/[\s[\]().]/g, '')

/** True of a link set as the mark of a footnote, by its place or by the class word processors give it. */
const isRaised = (link: Element): boolean =>
  /^(?:\d{1,3}|[a-z]|[*†‡§]{1,3})$/i.test(markIn(link)) &&
  (find(link, ({ tagName }) => tagName === 'sup') !== undefined ||
    (link.parentNode && 'tagName' in link.parentNode && link.parentNode.tagName === 'sup') ||
    /footnote|endnote/i.test(attributeOf(link, 'class') + attributeOf(link, 'style')))

const startsWith = (note: Element, mark: string): boolean =>
  textOf(note)
    .replace(/^[\s[(]+/, '')
    .startsWith(mark)

/** The paragraph or division that an element is, or stands in. */
function blockOf(element: Element | undefined): Element | null {
  for (let one: Parent | undefined | null = element; one && 'tagName' in one; one = one.parentNode)
    if (blocks.has(one.tagName)) return one
  return null
}

/** What is known of the paragraph that is being read. */
interface Head extends Pick<Found, 'number' | 'style'> {
  /** A heading that Adref wrote over an annex, its label before its title. */
  readonly annex: boolean
}
const noHead: Head = { number: null, style: null, annex: false }

class PageReader {
  readonly #paragraphs: Found[] = []
  readonly #notes: ReadonlyMap<string, Element>
  readonly #noteElements: ReadonlySet<Element>
  readonly #tally = new Tally()
  /** Items met so far of each list. */
  readonly #items = new Map<Parent, number>()
  readonly #isOwn: boolean
  readonly #struck = new Set<Run>()
  #runs: Run[] = []
  #head: Head = noHead
  #depth = 0
  #inTable = false
  /** The number of the paragraph was just read. */
  #isLabelled = false

  constructor(notes: ReadonlyMap<string, Element>, isOwn: boolean) {
    this.#notes = notes
    this.#isOwn = isOwn
    this.#noteElements = new Set(notes.values())
  }

  found(): FoundText {
    this.#end()
    const notes = new Map([...this.#notes].map(([id, element]) => [id, this.#noteRuns(element)]))
    return { paragraphs: this.#paragraphs, notes, warnings: this.#tally.warnings() }
  }

  read(parent: Parent, marks: Marks = {}, level = 0): void {
    if (level > deepest) return void this.#runs.push(words(textOf(parent), marks))
    for (const node of parent.childNodes) {
      if (tree.isTextNode(node)) this.#words(node.value.replace(/[ \t\r\n\f]+/g, ' '), marks)
      else if (tree.isElementNode(node)) this.#element(node, marks, level)
    }
  }

  /** The space that parts a number from the words goes with it, also within a bracket. */
  #words(text: string, marks: Marks): void {
    this.#runs.push(words(this.#isLabelled ? text.replace(/^[ \u00a0]/, '') : text, marks))
    this.#isLabelled &&= text === ''
  }

  #element(element: Element, marks: Marks, level: number): void {
    const { tagName: name } = element
    if (skipped.has(name) || this.#noteElements.has(element)) return
    if (blocks.has(name)) return this.#block(element, marks, level)
    if (name === 'br') this.#runs.push({ line: true })
    else if (name === 'img') this.#tally.add('pictures')
    else if (classesOf(element).includes('label')) this.#label(element)
    else if (name === 'del' && !this.#isOwn) this.#tally.add('tracked-changes')
    else if (isStruck(element)) this.#strike(element, marks, level)
    else if (!this.#reference(element)) this.read(element, marksOf(element, marks), level + 1)
  }

  #block(element: Element, marks: Marks, level: number): void {
    this.#end()
    const [{ tagName: name }, depth, inTable] = [element, this.#depth, this.#inTable]
    if (name === 'ol' || name === 'ul') this.#depth++
    if (name === 'table') this.#tally.add('tables')
    this.#inTable ||= name === 'table'
    this.#head = this.#headOf(element)
    this.read(element, marks, level + 1)
    this.#end()
    this.#head = noHead
    this.#depth = depth
    this.#inTable = inTable
  }

  #strike(element: Element, marks: Marks, level: number): void {
    const from = this.#runs.length
    this.read(element, marksOf(element, marks), level + 1)
    for (const run of this.#runs.slice(from)) this.#struck.add(run)
  }

  /** What a block says of its paragraph; a block in another, before any words, has what that one said. */
  #headOf(element: Element): Head {
    const annex = classesOf(element).includes('annex')
    return {
      number: this.#numberOf(element) ?? this.#head.number,
      style: annex ? null : (styleOf(element, this.#paragraphs.length === 0) ?? this.#head.style),
      annex,
    }
  }

  /** "3." of the third item of an ordered list, a bullet of another. */
  #numberOf(element: Element): string | null {
    const list = element.parentNode
    if (element.tagName !== 'li' || !list) return null
    const before = this.#items.get(list) ?? 0
    this.#items.set(list, before + 1)
    if (!('tagName' in list) || list.tagName !== 'ol') return '•'
    const own = Number(attributeOf(element, 'value'))
    if (own > 0) this.#items.set(list, own + 1 - (Number(attributeOf(list, 'start')) || 1))
    const value = own > 0 ? own : (Number(attributeOf(list, 'start')) || 1) + before
    return `${numberAs(attributeOf(list, 'type') || listStyle(list), value)}.`
  }

  /** A number that stands apart from the words is the paragraph's own. */
  #label(element: Element): void {
    const number = textOf(element).trim()
    if (this.#head.annex) this.#runs.push(words(number), { line: true })
    else [this.#head, this.#isLabelled] = [{ ...this.#head, number }, true]
  }

  #reference(element: Element): boolean {
    if (!['a', 'sup'].includes(element.tagName)) return false
    const link = element.tagName === 'a' ? element : find(element, ({ tagName }) => tagName === 'a')
    const id = link ? attributeOf(link, 'href').replace(/^#/, '') : ''
    if (!this.#notes.has(id)) return false
    this.#runs.push({ note: id })
    return true
  }

  #noteRuns(element: Element): Run[] {
    this.#runs = []
    for (const node of element.childNodes)
      if (!tree.isElementNode(node) || attributeOf(node, 'id') === '') this.read(asParent(node))
    const runs = withoutMark(this.#runs)
    this.#runs = []
    return runs
  }

  #end(): void {
    const runs = bracketStruck(this.#runs, this.#struck, this.#tally)
    this.#runs = []
    if (runs.every((run) => 'text' in run && run.text.trim() === '')) return
    const { number, style } = this.#head
    const depth = Math.max(0, this.#depth - 1)
    this.#paragraphs.push({ ...plainFound(runs), number, style, depth, inTable: this.#inTable })
    this.#head = noHead
    this.#isLabelled = false
  }
}

/** Without the mark that a footnote begins with, which leads back, and the arrow that does at its end. */
function withoutMark(runs: readonly Run[]): Run[] {
  const isBack = (run: Run | undefined, form: RegExp): boolean =>
    run !== undefined &&
    'text' in run &&
    Boolean(run.marks?.link?.startsWith('#') || run.marks?.sup) &&
    form.test(run.text)
  const first = runs.findIndex((run) => !('text' in run) || run.text.trim() !== '')
  const rest = isBack(runs[first], /^\s*[[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?\.?\s*$/i)
    ? runs.slice(first + 1)
    : [...runs]
  const last = rest.findLastIndex((run) => !('text' in run) || run.text.trim() !== '')
  return isBack(rest[last], /^\s*[↩↑^]\ufe0e?\s*$/) ? rest.slice(0, last) : rest
}

const isStruck = (element: Element): boolean =>
  ['s', 'strike'].includes(element.tagName) || /line-through/.test(attributeOf(element, 'style'))

const listStyle = (list: Element): string =>
  /list-style(?:-type)?:\s*(lower-alpha|upper-alpha|lower-latin|upper-latin|lower-roman|upper-roman)/i.exec(
    attributeOf(list, 'style'),
  )?.[1] ?? ''

/** A number of a list as the page shows it. */
function numberAs(type: string, value: number): string {
  if (/^(?:a|lower-(?:alpha|latin))$/.test(type)) return letter(value)
  if (/^(?:A|upper-(?:alpha|latin))$/.test(type)) return letter(value).toUpperCase()
  if (/^(?:i|lower-roman)$/.test(type)) return roman(value).toLowerCase()
  return /^(?:I|upper-roman)$/.test(type) ? roman(value) : String(value)
}

/** One node as the only child of a parent. */
const asParent = (node: Node): Parent => Object.assign(tree.createDocumentFragment(), { childNodes: [node] })

/** By the class Adref writes, or by the heading it is. */
function styleOf(element: Element, first: boolean): Found['style'] {
  const classes = classesOf(element)
  const kind = paragraphKinds.find((one): one is ParagraphKind => classes.includes(one))
  const level = Number(classes.find((one) => /^level-[0-4]$/.test(one))?.slice(-1) ?? 0)
  if (kind) return { kind, level }
  const depth = Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0)
  if (depth === 0) return null
  return depth === 1 && first
    ? { kind: 'title', level: 0 }
    : { kind: 'heading', level: Math.min(3, Math.max(1, depth - 1)) }
}

/** Signs and names of brackets are set bold or italic to be seen; that is no formatting of the text. */
function marksOf(element: Element, marks: Marks): Marks {
  if (classesOf(element).some((one) => ['sign', 'remark', 'names'].includes(one))) return marks
  const href = element.tagName === 'a' ? attributeOf(element, 'href') : ''
  return { ...marks, ...markOf[element.tagName], ...(href ? { link: href } : {}) }
}

const attributeOf = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? ''

const classesOf = (element: Element): string[] => attributeOf(element, 'class').split(/\s+/)

/** Visits every element in order, with a stack of its own: pages may nest deeper than calls. */
function each(parent: Parent, visit: (element: Element) => void): void {
  const open: Node[] = [...parent.childNodes].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (!tree.isElementNode(node)) continue
    visit(node)
    for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i]!)
  }
}

function find(parent: Parent, wanted: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined
  each(parent, (element) => {
    if (!found && wanted(element)) found = element
  })
  return found
}

function textOf(parent: Parent): string {
  const out: string[] = []
  const open: Node[] = [...parent.childNodes].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (tree.isTextNode(node)) out.push(node.value)
    else if (tree.isElementNode(node))
      for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i]!)
  }
  return out.join('')
}
