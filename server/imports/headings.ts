import type { Label } from './label.ts'

const ordinals = 'bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|alt'

// Words under which instruments and reports count anew: "Article 3 bis", "Rule 12 (Quorum)".
const word =
  /^(?:article|artículo|статья|rule|regla|règle|правило|regulation|section|chapter|chapitre|capítulo|глава|part|partie|parte|часть|principle|goal|cluster)\s+/iu
const number = new RegExp(
  `^(?:\\p{Nd}{1,3}|[IVXLC]{1,7}|\\p{Lu})(?:\\s?(?:${ordinals}))*(?=\\s*(?:$|[.:–—([\\]-]|\\n)|\\s+\\p{Lu})`,
  'u',
)
const inChinese = /^第[\p{Nd}一二三四五六七八九十百]{1,5}[条章節节部]/u
const inArabic = /^(?:المادة|الفصل|الباب|القاعدة)\s+(?:\p{Nd}{1,3}|ال\p{L}+)/u

/** What a part of a text is called; never its title. */
const section =
  /^(?:preamble|préambule|preámbulo|преамбула|الديباجة|序言|introduction|introducción|введение|conclusions?|conclusiones|recommendations?|recommandations?|recomendaciones|contents|table of contents|summary|background|overview)$/i

/** True of the heading of an article, rule or chapter, by the words of the line. */
export const isDivision = (core: string): boolean =>
  core.length <= 160 &&
  ((word.test(core) && number.test(core.replace(word, ''))) || inChinese.test(core) || inArabic.test(core))

/** True of a word that stands over a part of a text. */
export const isSection = (core: string): boolean => section.test(core.replace(/[\s\]]+$/, ''))

/** "Draft resolution A/C.1/L.2" announces a title, which follows on a line of its own. */
export const announcesTitle = (text: string): boolean =>
  /^(?:draft|projet|proyecto)\b/i.test(text) && text.length <= 40

const headingForms: Readonly<Record<string, number>> = { roman: 1, capital: 2, decimal: 3 }

/** Level of a heading with this number, as the United Nations number them: I., A., 1.; 0 for any other. */
export const headingLevel = (label: Label | null): number => (label ? (headingForms[label.form] ?? 0) : 0)

/** "Annex II"; what counts otherwise, as "Appendix" or "Annex A", is a heading. */
const counted =
  /^(?:annex|annexe|anexo|приложение|附件|(?:ال)?مرفق)(?:\s*(?:[IVXLC]+|\p{Nd}{1,2}|[一二三四五六七八九十]+|ال\p{L}+))?$/iu

/** True of the name of an annex that Adref numbers. */
export const isNumberedAnnex = (label: string): boolean => counted.test(label.trim())
