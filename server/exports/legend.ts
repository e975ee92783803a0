import { type Piece, untouched } from '../../schema/view/piece.ts'

/** How a print in strike and bold, or one with paragraphs left out, is read. */
interface Legend {
  /** A sample that is struck, and one that is bold and underlined. */
  readonly words: string
  readonly deleted: string
  readonly added: string
  readonly names: string
  readonly brackets: string
  readonly omitted: string
}

/** By primary language subtag; any other language gets English. */
const legends: Readonly<Record<string, Legend>> = {
  en: {
    words: 'words',
    deleted: 'asked to be deleted',
    added: 'asked to be added',
    names: '(names): who asks for what stands before',
    brackets: '[ ]: an amendment to an amendment, or words reserved',
    omitted: '(…): text that nobody asks to change, left out',
  },
  fr: {
    words: 'mots',
    deleted: 'suppression demandée',
    added: 'ajout demandé',
    names: '(noms) : auteurs de la demande qui précède',
    brackets: '[ ] : amendement à un amendement, ou mots réservés',
    omitted: '(…) : texte dont nul ne demande la modification, omis',
  },
  es: {
    words: 'palabras',
    deleted: 'supresión solicitada',
    added: 'adición solicitada',
    names: '(nombres): quienes solicitan lo que precede',
    brackets: '[ ]: enmienda a una enmienda, o palabras reservadas',
    omitted: '(…): texto cuya modificación nadie solicita, omitido',
  },
  ru: {
    words: 'слова',
    deleted: 'предлагается исключить',
    added: 'предлагается добавить',
    names: '(названия): кто просит о предшествующем',
    brackets: '[ ]: поправка к поправке или слова с оговоркой',
    omitted: '(…): опущенный текст, об изменении которого никто не просит',
  },
  ar: {
    words: 'كلمات',
    deleted: 'مطلوب حذفها',
    added: 'مطلوب إضافتها',
    names: '(الأسماء): أصحاب الطلب السابق',
    brackets: '[ ]: تعديل على تعديل أو كلمات محل تحفظ',
    omitted: '(…): نص لم يطلب أحد تغييره وقد حُذف من العرض',
  },
  zh: {
    words: '文字',
    deleted: '要求删除',
    added: '要求增加',
    names: '（名称）：提出前述要求者',
    brackets: '[ ]：对修正案的修正，或有保留的文字',
    omitted: '(…)：无人要求修改而略去的案文',
  },
}

const say = (text: string): Piece => ({ type: 'words', text, marks: {}, ...untouched })

/** The legend at the head; nothing where everything reads as it stands. */
export function legendOf(
  language: string,
  { marked, named, omits }: { readonly marked: boolean; readonly named: boolean; readonly omits: boolean },
): Piece[] {
  const said = legends[language.split('-')[0]!] ?? legends['en']!
  const sample = (asked: { proposed: boolean; struck: boolean }, what: string): Piece[] => [
    { type: 'words', text: said.words, marks: {}, ...asked },
    say(`: ${what}`),
  ]
  const entries: Piece[][] = [
    ...(marked
      ? [
          sample({ proposed: false, struck: true }, said.deleted),
          sample({ proposed: true, struck: false }, said.added),
          ...(named ? [[say(said.names)]] : []),
          [say(said.brackets)],
        ]
      : []),
    ...(omits ? [[say(said.omitted)]] : []),
  ]
  return entries.flatMap((entry, i) => (i > 0 ? [say(' · '), ...entry] : entry))
}
