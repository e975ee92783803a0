import { DOMParser, type Element, type Node, onErrorStopParsing } from '@xmldom/xmldom'
import { type Refusal, refuse } from '../../schema/refusal.ts'
import { decodeText } from './decode.ts'

/** Elements deeper than this are no document that a word processor made. */
const maxDepth = 400

/**
 * Parses one XML part. Refuses a document type (which could name files or grow without end), what is not
 * well-formed, and nesting beyond `maxDepth`, so that readers may follow the tree by recursion.
 */
export function parseXml(where: string, bytes: Uint8Array): Element | Refusal {
  const decoded = decodeText(where, bytes)
  if ('code' in decoded) return decoded
  if (/<!(?:DOCTYPE|ENTITY)/i.test(decoded.text)) return refuse('malformed', { where, what: 'doctype' })
  if (isTooDeep(decoded.text)) return refuse('malformed', { where, what: 'nesting' })
  try {
    const parser = new DOMParser({
      onError: onErrorStopParsing,
      locator: false,
      normalizeLineEndings: (text) => text.replace(/\r\n?/g, '\n'),
    })
    const root = parser.parseFromString(decoded.text.replace(/^\uFEFF/, ''), 'text/xml').documentElement
    return root ?? refuse('malformed', { where, what: 'xml' })
  } catch {
    return refuse('malformed', { where, what: 'xml' })
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0
  for (const [, close, empty] of text.matchAll(/<(\/)?[A-Za-z_][^<>]*?(\/)?>/g)) {
    depth += close ? -1 : empty ? 0 : 1
    if (depth > maxDepth) return true
  }
  return false
}

const isElement = (node: Node): node is Element => node.nodeType === 1

/** Child elements in order. Names are told by their local part: the two editions of the format differ in namespace only. */
export function children(of: Element, name?: string): Element[] {
  const out: Element[] = []
  for (let node = of.firstChild; node; node = node.nextSibling)
    if (isElement(node) && (name === undefined || node.localName === name)) out.push(node)
  return out
}

/** The first child of that name. */
export function child(of: Element | null | undefined, name: string): Element | null {
  for (let node = of?.firstChild ?? null; node; node = node.nextSibling)
    if (isElement(node) && node.localName === name) return node
  return null
}

/** An attribute by its local name, whatever its prefix. */
export function attribute(of: Element | null | undefined, name: string): string | null {
  if (!of) return null
  for (let i = 0; i < of.attributes.length; i++) {
    const found = of.attributes.item(i)
    if (found?.localName === name) return found.value
  }
  return null
}

/** The `val` of a child element, which is how the format writes most properties. */
export const valueOf = (of: Element | null | undefined, name: string): string | null =>
  attribute(child(of, name), 'val')

/** An on-off property: null when it is not given, true when it is given without a value. */
export function toggle(of: Element | null | undefined, name: string): boolean | null {
  const element = child(of, name)
  return element && !['0', 'false', 'off'].includes(attribute(element, 'val') ?? '1')
}
