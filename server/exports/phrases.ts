/** What an export says in its own words, in one language. */
export interface Phrases {
  readonly unofficial: string
  readonly clean: string
  /** A text that is clean but for the brackets kept in it. */
  readonly bracketed: string
  readonly compilation: string
  /** The text as it was opened or last issued, with nothing that was tabled since. */
  readonly base: string
  readonly act: string
  readonly annex: string
  readonly footnotes: string
}

/** By primary language subtag; any other language gets English. */
const phrases: Readonly<Record<string, Phrases>> = {
  en: {
    unofficial: 'Not an official document',
    clean: 'Clean text',
    bracketed: 'Text with brackets',
    compilation: 'Compilation of proposals',
    base: 'Text without amendments',
    act: 'Act',
    annex: 'Annex',
    footnotes: 'Footnotes',
  },
  fr: {
    unofficial: 'Document non officiel',
    clean: 'Texte sans crochets',
    bracketed: 'Texte avec crochets',
    compilation: 'Compilation des propositions',
    base: 'Texte sans amendements',
    act: 'Acte',
    annex: 'Annexe',
    footnotes: 'Notes',
  },
  es: {
    unofficial: 'Documento no oficial',
    clean: 'Texto sin corchetes',
    bracketed: 'Texto con corchetes',
    compilation: 'Recopilación de propuestas',
    base: 'Texto sin enmiendas',
    act: 'Acto',
    annex: 'Anexo',
    footnotes: 'Notas',
  },
  ru: {
    unofficial: 'Неофициальный документ',
    clean: 'Чистовой текст',
    bracketed: 'Текст в квадратных скобках',
    compilation: 'Подборка предложений',
    base: 'Текст без поправок',
    act: 'Акт',
    annex: 'Приложение',
    footnotes: 'Сноски',
  },
  ar: {
    unofficial: 'وثيقة غير رسمية',
    clean: 'النص دون أقواس',
    bracketed: 'نص بأقواس معقوفة',
    compilation: 'تجميع للمقترحات',
    base: 'النص دون تعديلات',
    act: 'إجراء',
    annex: 'المرفق',
    footnotes: 'الحواشي',
  },
  zh: {
    unofficial: '非正式文件',
    clean: '无方括号文本',
    bracketed: '带方括号文本',
    compilation: '提案汇编',
    base: '未经修正的文本',
    act: '记录',
    annex: '附件',
    footnotes: '脚注',
  },
}

/** Phrases for a BCP 47 language tag. */
export const phrasesIn = (language: string): Phrases => phrases[language.split('-')[0]!] ?? phrases['en']!

/** True of a line that says of what an export is the text, in whichever language. */
export const isProvenance = (line: string): boolean =>
  Object.values(phrases).some(({ unofficial }) => line.endsWith(` · ${unofficial}`))

/** True for languages written from right to left. */
export const isRightToLeft = (language: string): boolean => /^(?:ar|fa|he|ur|ps|ckb|yi|dv)\b/.test(language)
