import { elementId } from './schema.ts'

/** What is said beside a paragraph: its label, and a word for its state ("changed while you drafted"). */
interface Margin {
  readonly label: string
  readonly note?: string | undefined
  /** True for a footnote, whose label is shown where it is referred to as well. */
  readonly isFootnote?: boolean | undefined
}

/** What stands beside each paragraph, by its id. */
export type Margins = ReadonlyMap<string, Margin>

/**
 * Labels and notes beside paragraphs, as a style sheet. As decorations of the editor they would have to be
 * mapped at every key, which in a long text takes three times as long as the key itself.
 */
export class MarginSheet {
  readonly #sheet = new CSSStyleSheet()
  #text = ''

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet)
  }

  show(margins: Margins): void {
    const rules = [...margins].map(([id, { label, note, isFootnote }]) => {
      const element = `#${CSS.escape(elementId(id))}`
      const mark = `.draft-editor .note-mark[data-note=${quoted(id)}]`
      return [
        `${element}::before { content: ${quoted(label)} }`,
        note === undefined ? '' : `${element}::after { content: ${quoted(note)}; display: block }`,
        // The number stands in place of the mark in the document; a new footnote has none until it is tabled.
        isFootnote && label !== ''
          ? `${mark} { font-size: 0 } ${mark}::after { content: ${quoted(label)}; font-size: var(--size-small) }`
          : '',
      ].join('\n')
    })
    const text = rules.join('\n')
    if (text === this.#text) return
    this.#text = text
    this.#sheet.replaceSync(text)
  }

  destroy(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet)
  }
}

/** A string of CSS; whatever is in a label stays inside the quotes. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`
