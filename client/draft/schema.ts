import { Schema } from 'prosemirror-model'
import type { Attrs, DOMOutputSpec, Node } from 'prosemirror-model'
import { isId, isLink, maxLevel } from '../../schema/draft/embed.ts'
import { paragraphKinds } from '../../schema/text/token.ts'

/**
 * The editor's document: a flat list of paragraphs, like the shared text. It may be empty (`*`): two
 * colleagues who each delete half of the paragraphs must not break the document.
 */
export const draftSchema = new Schema({
  nodes: {
    doc: { content: 'paragraph*' },
    paragraph: {
      content: 'inline*',
      attrs: {
        id: { default: '', validate: 'string' },
        kind: { default: 'body', validate: 'string' },
        level: { default: 0, validate: 'number' },
      },
      defining: true,
      parseDOM: [
        { tag: 'p[data-kind]', getAttrs: headOf },
        { tag: 'p, h1, h2, h3, h4, h5, h6, li, blockquote, dt, dd, td, th, pre' },
      ],
      toDOM: ({ attrs }): DOMOutputSpec => [
        'p',
        {
          id: elementId(String(attrs['id'])),
          'data-id': attrs['id'],
          'data-kind': attrs['kind'],
          'data-level': String(attrs['level']),
        },
        0,
      ],
    },
    text: { group: 'inline' },
    note: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { id: { validate: 'string' } },
      parseDOM: [
        {
          tag: 'sup[data-note]',
          getAttrs: (dom) => {
            const id = dom.getAttribute('data-note')
            return isId(id) ? { id } : false
          },
        },
      ],
      toDOM: (node): DOMOutputSpec => ['sup', { 'data-note': node.attrs['id'], class: 'note-mark' }, '*'],
      leafText: () => '',
    },
    line: {
      group: 'inline',
      inline: true,
      selectable: false,
      linebreakReplacement: true,
      parseDOM: [{ tag: 'br' }],
      toDOM: (): DOMOutputSpec => ['br'],
      leafText: () => '\n',
    },
  },
  marks: {
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: (): DOMOutputSpec => ['em', 0] },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: (): DOMOutputSpec => ['strong', 0] },
    underline: { parseDOM: [{ tag: 'u' }], toDOM: (): DOMOutputSpec => ['u', 0] },
    sub: { parseDOM: [{ tag: 'sub' }], toDOM: (): DOMOutputSpec => ['sub', 0] },
    sup: { parseDOM: [{ tag: 'sup:not([data-note])' }], toDOM: (): DOMOutputSpec => ['sup', 0] },
    link: {
      attrs: { href: { validate: 'string' } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (dom) => {
            const href = dom.getAttribute('href')
            return isLink(href) ? { href } : false
          },
        },
      ],
      toDOM: (mark): DOMOutputSpec => ['a', { href: mark.attrs['href'], rel: 'noopener noreferrer' }, 0],
    },
  },
})

/** A paragraph of the editor; its attributes are checked when it is made from anything foreign. */
export const isParagraph = (node: Node | null | undefined): node is Node => node?.type.name === 'paragraph'

/** Id of the element that shows a paragraph in the editor. */
export function elementId(paragraph: string): string {
  return `draft-${paragraph}`
}

function headOf(dom: HTMLElement): Attrs | false {
  const { id, kind, level } = dom.dataset
  const number = Number(level)
  const known = (paragraphKinds as readonly string[]).includes(kind ?? '')
  if (!known || !Number.isInteger(number) || number < 0 || number > maxLevel) return false
  return { id: isId(id) ? id : '', kind, level: number }
}
