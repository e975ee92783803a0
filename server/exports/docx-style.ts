import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'
import type { ParagraphKind } from '../../schema/text/token.ts'
import type { Sheet } from './sheet.ts'

/** Twentieths of a point: 567 are one centimetre. */
export const centimetre = 567

/** Numbers are followed by a tab: the next whole centimetre is where the words begin. */
export const tabEvery = centimetre

/** Half points: editor's notes, the legend and footnotes. */
export const noteSize = 18
const [bodySize, titleSize] = [22, 28]

/** Styles by the kind and level of a paragraph; headings and the title are Word's own. */
export function styleOf(kind: ParagraphKind, level: number): string {
  switch (kind) {
    case 'title':
      return 'Title'
    case 'heading':
      return level === 0 ? 'Opening' : `Heading${Math.min(3, level)}`
    case 'preambular':
      return 'Preambular'
    case 'operative':
      return 'Operative'
    case 'body':
      return 'NumberedParagraph'
    case 'plain':
      return 'PlainParagraph'
    case 'item':
      return `Item${Math.min(4, Math.max(1, level))}`
    case 'annex':
      return 'Annex'
    case 'footnote':
      return 'FootnoteText'
  }
}

const locales: Readonly<Record<string, string>> = {
  en: 'en-GB',
  fr: 'fr-FR',
  es: 'es-ES',
  ru: 'ru-RU',
  ar: 'ar-SA',
  zh: 'zh-CN',
}

/** Styles under names that editors know, so that the look of the whole text is changed in one place. */
export function docxStyles({ language }: Sheet): IStylesOptions {
  const locale = locales[language] ?? language
  const primary = language.split('-')[0]!
  const proofing = {
    value: ['ar', 'zh'].includes(primary) ? 'en-GB' : locale,
    eastAsia: primary === 'zh' ? locale : 'zh-CN',
    bidirectional: primary === 'ar' ? locale : 'ar-SA',
  }
  const font = {
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    cs: 'Times New Roman',
    eastAsia: 'SimSun',
  }
  const heading = (size: number): object => ({
    run: { font, size, sizeComplexScript: size, bold: true, boldComplexScript: true, color: '000000' },
    paragraph: { keepNext: true, keepLines: true, spacing: { before: 240, after: 120 } },
  })
  const text = (
    id: string,
    name: string,
    indent: object = {},
  ): NonNullable<IStylesOptions['paragraphStyles']>[number] => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { spacing: { after: 120 }, ...indent },
  })
  return {
    default: {
      document: {
        run: { font, size: bodySize, sizeComplexScript: bodySize, language: proofing },
        paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font, size: titleSize, sizeComplexScript: titleSize, bold: true, boldComplexScript: true },
        paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 120, after: 240 } },
      },
      heading1: heading(26),
      heading2: heading(24),
      heading3: heading(22),
      footnoteText: {
        run: { font, size: noteSize, sizeComplexScript: noteSize },
        paragraph: { spacing: { after: 60 }, indent: { left: 0, firstLine: 0 } },
      },
    },
    paragraphStyles: [
      text('Opening', 'Opening', { indent: { firstLine: centimetre }, keepNext: true }),
      text('Preambular', 'Preambular', { indent: { firstLine: centimetre } }),
      text('Operative', 'Operative', { indent: { firstLine: centimetre } }),
      text('NumberedParagraph', 'Numbered paragraph', { indent: { firstLine: centimetre } }),
      text('PlainParagraph', 'Plain paragraph'),
      text('Item1', 'Item 1', { indent: { firstLine: centimetre * 2 } }),
      ...[2, 3, 4].map((depth) =>
        text(`Item${depth}`, `Item ${depth}`, {
          indent: { left: centimetre * (depth + 2), hanging: centimetre },
        }),
      ),
      {
        ...text('Legend', 'Legend'),
        run: { size: noteSize, sizeComplexScript: noteSize },
        paragraph: { spacing: { after: 240 }, indent: { left: 113, right: 113 } },
      },
      {
        ...text('Annex', 'Annex'),
        run: { bold: true, boldComplexScript: true, size: 26, sizeComplexScript: 26 },
        paragraph: {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          outlineLevel: 0,
          spacing: { after: 240 },
        },
      },
    ],
    characterStyles: [
      { id: 'BracketSign', name: 'Bracket', run: { bold: true, boldComplexScript: true } },
      { id: 'BracketNames', name: 'Bracket names', run: { smallCaps: true, bold: true } },
      { id: 'BracketClaim', name: 'Bracket position', run: {} },
      {
        id: 'EditorialNote',
        name: 'Editorial note',
        run: { italics: true, size: noteSize, sizeComplexScript: noteSize },
      },
      { id: 'WorkingLabel', name: 'Working label', run: { bold: true, size: 18, sizeComplexScript: 18 } },
    ],
  }
}
