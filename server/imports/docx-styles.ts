import type { Element } from '@xmldom/xmldom'
import type { Found } from './found.ts'
import { attribute, child, children, toggle, valueOf } from './xml.ts'

/** What a style of Word gives to the paragraphs and runs that carry it. */
export interface DocxStyle {
  readonly kind: Found['style']
  /** Formatting of a character style; of a paragraph style it is layout and says nothing. */
  readonly em: boolean | null
  readonly strong: boolean | null
  readonly underline: boolean | null
  readonly vertical: string | null
  readonly hidden: boolean | null
  /** Struck through by formatting; deletions that are tracked are not. */
  readonly struck: boolean | null
  /** Numbering that comes with the style. */
  readonly numbering: { readonly id: string; readonly depth: number } | null
  readonly centred: boolean
}

/** What a paragraph has without a style. */
export const noStyle: DocxStyle = {
  kind: null,
  em: null,
  strong: null,
  underline: null,
  vertical: null,
  hidden: null,
  struck: null,
  numbering: null,
  centred: false,
}

// Word's own styles are named in English in every language; the "_ H" styles are those of UN templates.
const names: readonly (readonly [pattern: RegExp, kind: Found['style']])[] = [
  [/^title$/i, { kind: 'title', level: 0 }],
  [/^_?\s*h\s*_?\s*m?\s*_?ch(?:_g)?$/i, { kind: 'heading', level: 1 }],
  [/^_?\s*h\s*_?1(?:_g)?$/i, { kind: 'heading', level: 2 }],
  [/^_?\s*h\s*_?[2-5](?:[_/].*)?$|^h23$|^h4$|^h56$/i, { kind: 'heading', level: 3 }],
  [/^preambular(?: paragraph)?$/i, { kind: 'preambular', level: 0 }],
  [/^operative(?: paragraph)?$/i, { kind: 'operative', level: 0 }],
  [/^item 1$/i, { kind: 'item', level: 1 }],
  [/^item 2$/i, { kind: 'item', level: 2 }],
  [/^item 3$/i, { kind: 'item', level: 3 }],
  [/^item 4$/i, { kind: 'item', level: 4 }],
  [/^numbered paragraph$/i, { kind: 'body', level: 0 }],
  [/^plain paragraph$/i, { kind: 'plain', level: 0 }],
  [/^annex$/i, { kind: 'annex', level: 0 }],
]

/** Reads styles.xml; every style has what it inherits. Undefined names have no style. */
export function readStyles(root: Element | null): ReadonlyMap<string, DocxStyle> {
  const elements = new Map<string, Element>()
  for (const style of root ? children(root, 'style') : []) {
    const id = attribute(style, 'styleId')
    if (id !== null) elements.set(id, style)
  }
  const done = new Map<string, DocxStyle>()
  const resolve = (id: string, below: readonly string[]): DocxStyle => {
    const known = done.get(id)
    const element = elements.get(id)
    // Styles may be based on each other in a circle in a damaged file.
    if (known || !element || below.includes(id) || below.length > 20) return known ?? noStyle
    const base = valueOf(element, 'basedOn')
    const style = readStyle(element, base === null ? noStyle : resolve(base, [...below, id]))
    done.set(id, style)
    return style
  }
  for (const id of elements.keys()) resolve(id, [])
  return done
}

function readStyle(element: Element, base: DocxStyle): DocxStyle {
  const [paragraph, run] = [child(element, 'pPr'), child(element, 'rPr')]
  const own = attribute(element, 'type') === 'character' ? readRun(run) : noStyle
  return {
    kind: kindNamed(valueOf(element, 'name') ?? '', outlineOf(paragraph)) ?? base.kind,
    em: own.em ?? base.em,
    strong: own.strong ?? base.strong,
    underline: own.underline ?? base.underline,
    vertical: own.vertical ?? base.vertical,
    hidden: own.hidden ?? base.hidden,
    struck: own.struck ?? base.struck,
    numbering: readNumbering(paragraph) ?? base.numbering,
    centred: valueOf(paragraph, 'jc') === 'center' || base.centred,
  }
}

/** Formatting that a run, or a character style, gives; null where it says nothing. */
export function readRun(run: Element | null): Omit<DocxStyle, 'kind' | 'numbering' | 'centred'> {
  const underline = valueOf(run, 'u')
  return {
    em: toggle(run, 'i'),
    strong: toggle(run, 'b'),
    underline: underline === null ? null : underline !== 'none',
    vertical: valueOf(run, 'vertAlign'),
    hidden: toggle(run, 'vanish'),
    struck: toggle(run, 'strike') ?? toggle(run, 'dstrike'),
  }
}

/** Numbering given in paragraph properties; id "0" takes numbering away. */
export function readNumbering(paragraph: Element | null): DocxStyle['numbering'] {
  const element = child(paragraph, 'numPr')
  if (!element) return null
  return { id: valueOf(element, 'numId') ?? '', depth: Number(valueOf(element, 'ilvl') ?? 0) || 0 }
}

/** Heading level that an outline level stands for; null for none, 9 means body text. */
export function outlineOf(paragraph: Element | null): Found['style'] {
  const outline = Number(valueOf(paragraph, 'outlineLvl') ?? 9)
  return outline < 9 ? { kind: 'heading', level: Math.min(3, outline + 1) } : null
}

function kindNamed(name: string, outline: Found['style']): Found['style'] {
  const heading = /^heading (\d)$/i.exec(name)
  if (heading) return { kind: 'heading', level: Math.min(3, Math.max(1, Number(heading[1]))) }
  return names.find(([pattern]) => pattern.test(name))?.[1] ?? outline
}
