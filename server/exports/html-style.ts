/** The style sheet of a printed page. The running footer is made of `facts`, which may hold any characters. */
export function htmlStyle(facts: readonly string[]): string {
  return `
@page {
  size: A4;
  margin: 22mm 22mm 24mm;
  @bottom-left { content: ${cssString(facts.join(' · '))}; font: 7.5pt serif; }
  @bottom-right { content: counter(page) '/' counter(pages); font: 7.5pt serif; }
}
body { max-width: 42em; margin: 2em auto; padding: 0 1.5em; color: #111; background: #fff; }
body { font: 11pt/1.4 'Noto Serif', 'Times New Roman', 'Noto Naskh Arabic', 'Noto Serif SC', serif; }
header { border-block-end: 1px solid #111; margin-block-end: 2em; font-size: 9pt; }
header p { margin: 0 0 0.3em; }
header .symbol { font-weight: bold; font-size: 11pt; }
h1, h2.annex { text-align: center; }
h1 { font-size: 15pt; }
h2 { font-size: 13pt; }
h3 { font-size: 12pt; }
h4 { font-size: 11pt; }
h4.level-0 { font-weight: normal; margin-inline-start: 2em; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.4em 0 0.6em; break-after: avoid; }
h2.annex { break-before: page; margin-block-start: 2.5em; }
h2.annex .label { font-weight: normal; }
p { margin: 0 0 0.8em; orphans: 2; widows: 2; overflow-wrap: anywhere; }
.preambular, .operative, .body { text-indent: 2em; }
.item.level-1 { margin-inline-start: 2em; }
.item.level-2 { margin-inline-start: 4em; }
.item.level-3, .item.level-4 { margin-inline-start: 6em; }
.label { display: inline-block; min-width: 2em; text-indent: 0; }
.clean .item.level-2, .clean .item.level-3, .clean .item.level-4 { padding-inline-start: 2em; text-indent: -2em; }
.compilation .preambular, .compilation .operative, .compilation .body { padding-inline-start: 5.5em; text-indent: -5.5em; }
.compilation h4.level-0, .compilation .plain { margin-inline-start: 5.5em; }
.compilation .item { padding-inline-start: 3em; text-indent: -3em; }
.compilation .item.level-1 { margin-inline-start: 5.5em; }
.compilation .item.level-2 { margin-inline-start: 8.5em; }
.compilation .item.level-3, .compilation .item.level-4 { margin-inline-start: 11.5em; }
.compilation p .label { font-weight: bold; margin-inline-end: -0.25em; }
.compilation p .label bdi { font-size: 0.85em; }
.compilation p:not(.item) .label { min-width: 5.5em; }
.compilation .item .label { min-width: 3em; }
sup, sub { line-height: 0; }
sup a { text-decoration: none; }
h1 .label, h2 .label, h3 .label, h4 .label { min-width: 1.5em; }
ins, del { text-decoration: none; }
ins { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
.marked ins { font-weight: bold; }
.marked del { text-decoration: line-through; }
.marked ins del { text-decoration: underline line-through; }
.label.inside { display: inline; margin: 0; }
.legend { border: 1px solid #111; padding: 0.4em 0.8em; font-size: 9pt; }
.remark { font-size: 0.85em; }
.names { font-weight: bold; font-size: 0.85em; }
.footnotes { border-block-start: 1px solid #111; margin-block-start: 2em; padding-block-start: 0.6em; font-size: 9pt; }
a { color: inherit; }
@media print {
  body { max-width: none; margin: 0; padding: 0; }
}
`
}

/**
 * The first page alone, as it comes out of a printer: of A4, with its footer. Columns cut it between lines
 * and paragraphs as pages are cut; the columns behind the first are out of sight.
 */
export const pageStyle = `
html { position: relative; width: 210mm; height: 297mm; overflow: hidden; background: #fff; }
body { box-sizing: border-box; width: 210mm; height: 297mm; max-width: none; margin: 0; padding: 22mm 22mm 24mm; overflow: hidden; columns: 166mm; column-gap: 60mm; column-fill: auto; }
h2.annex { break-before: column; }
.running { position: absolute; inset-block-end: 11mm; inset-inline: 22mm; display: flex; justify-content: space-between; font: 7.5pt serif; }
`

/** A CSS string in which every character but letters and digits is escaped, so that none can end it. */
const cssString = (text: string): string =>
  `'${Array.from(text, (char) => (/[\p{L}\p{N} ]/u.test(char) ? char : `\\${char.codePointAt(0)!.toString(16)} `)).join('')}'`
