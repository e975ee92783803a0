import type { Paragraph } from '../../schema/text/paragraph.ts'
import { joinRuns, type ParagraphKind, plainText, type Run, words } from '../../schema/text/token.ts'
import type { Found } from './found.ts'
import { ItemLevels } from './items.ts'
import { type Label, readLabel } from './label.ts'
import { announcesTitle, headingLevel, isDivision, isNumberedAnnex, isSection } from './headings.ts'
import { coreOf, isAsked, isBracketed, labelIn, leadOf } from './lead.ts'
import { isOrgan, type Opening, openingOf } from './openings.ts'
import { cutRuns, trimRuns } from './tidy.ts'

/** A paragraph of known kind, its label taken off, and a code of why it was taken for that kind. */
export interface Recognized extends Omit<Paragraph, 'id'> {
  readonly guess: Guess
  /** As written, without the full stop of a number: "OP1 bis", "(a)", "12". */
  readonly label: string | null
}

/** Why a paragraph was taken for its kind. */
export type Guess =
  | 'style'
  | 'first-line'
  | 'organ'
  | 'annex-word'
  | 'numbered-heading'
  | 'short-line'
  | 'division'
  | 'opens-with-participle'
  | 'ends-with-comma'
  | 'opens-with-verb'
  | 'numbered'
  | 'lettered'
  | 'bullet'
  | 'labelled'
  | 'option'
  | 'neighbours'
  | 'plain'

/** What is known of a paragraph before its surroundings are looked at. */
interface Line {
  readonly found: Found
  readonly label: Label | null
  /** The content without its label; brackets, names and notes before the label stay. */
  readonly content: Run[]
  readonly text: string
  /** The words without the notation around them. */
  readonly core: string
  /** All of it stands in brackets. */
  readonly bracketed: boolean
  readonly opening: Opening | null
  /** Short, without a full stop, as headings are. */
  readonly brief: boolean
  /** All of it bold or underlined. */
  readonly strong: boolean
  /** The heading of an article, or the word over a part. */
  readonly division: boolean
  readonly annex: RegExpExecArray | null
  /** An annex begins with it, whatever it is called. */
  readonly begins: boolean
}

/** One part of a text: its main part, or one annex. */
interface Part {
  readonly lines: readonly Line[]
  /** It reads as a resolution or decision, so its numbered paragraphs are operative ones. */
  readonly resolution: boolean
  /** It has articles, whose numbered paragraphs are no operative ones, whatever its preamble is. */
  readonly treaty: boolean
}

const headingUnits = 160
const annexWord =
  /^(?:annex|annexe|appendix|anexo|apéndice|приложение|附件|(?:ال)?مرفق)(?:\s*(?:[IVXLC]+|[A-Z]|\p{Nd}{1,2}|[一二三四五六七八九十]+|ال\p{L}+))?(?:\s+(?:bis|ter|quater))?(?=\s*(?:$|[.:–—-]|\n))\s*[.:–—-]?\s*/iu

/** Tells the kind of every paragraph from labels, openings, styles and surroundings. */
export function recognize(found: readonly Found[]): { paragraphs: Recognized[]; dropped: string[] } {
  let annexed = false
  const lines = found.map((one) => {
    const line = lineOf(one, annexed)
    annexed ||= line.annex !== null && !/\p{Nd}/u.test(line.annex[0])
    return line
  })
  // In a bracket it says what is proposed where; of a paragraph that stands "bis" is kept, and "alt" cannot be.
  const dropped = lines.flatMap(({ label, bracketed }) =>
    label && !bracketed && /alt/i.test(label.suffix) ? [label.text] : [],
  )
  const paragraphs = partsOf(lines).flatMap((part, i) => kindsOf(part, i === 0))
  return { paragraphs, dropped }
}

function lineOf(found: Found, annexed: boolean): Line {
  const whole = unitText(found.runs)
  const automatic = found.number === null ? null : readLabel(`${found.number} `)
  // A typed label beside an automatic one is words: "1. 1990 was the year".
  const typed = found.number === null ? labelIn(whole, annexed) : null
  const read = automatic ?? typed?.label ?? null
  const label = read && isCounted(read, found.style) ? read : null
  const content =
    typed && label ? cutRuns(found.runs, typed.at, typed.label.length) : trimRuns(withNumber(found, label))
  const text = plainText(content)
  const core = coreOf(text)
  const lettered = content.filter((run) => 'text' in run && run.text.trim() !== '')
  const brief =
    core.length > 0 &&
    core.length <= headingUnits &&
    !/(?:[.;:,،؛。；，：]["”»)]?|_{3})$/.test(core.trimEnd())
  const begun = text.length <= 300 && label === null ? annexWord.exec(core) : null
  // "Appendix" and "Annex A" keep their names, as headings.
  const annex = begun && isNumberedAnnex(labelOfAnnex(begun)) ? begun : null
  return {
    found,
    label,
    content,
    text,
    core,
    bracketed: isBracketed(whole) || isBracketed(text),
    opening: openingOf(core),
    brief,
    strong:
      lettered.length > 0 &&
      lettered.every((run) => 'text' in run && (run.marks?.strong || run.marks?.underline)),
    division:
      begun !== null
        ? annex === null
        : brief && label === null && !found.inTable && (isDivision(core) || isSection(core)),
    annex,
    begins: begun !== null || isAnnexStyle(found),
  }
}

/** What a text counts by itself: "3.1" and the numbers of what carries none stay words. */
function isCounted(label: Label, style: Found['style']): boolean {
  if (label.form === 'legal') return false
  if (style?.kind === 'heading') return headingLevel(label) > 0
  return style === null || !['title', 'plain', 'annex'].includes(style.kind)
}

/** An automatic number that a text does not count is among its words, as it is on paper. */
const withNumber = ({ runs, number }: Found, label: Label | null): readonly Run[] =>
  number === null || label !== null ? runs : [words(`${number} `), ...runs]

const labelOfAnnex = ([label]: RegExpExecArray): string => label.replace(/[\s.:–—-]+$/, '')

/** A string in which every unit of the content is one character. */
const unitText = (runs: readonly Run[]): string =>
  runs.map((run) => ('text' in run ? run.text : 'line' in run ? '\n' : '\ufffc')).join('')

/** Cuts the text before each annex and tells what each part is. */
function partsOf(lines: readonly Line[]): Part[] {
  const starts = [0, ...lines.flatMap(({ begins }, i) => (i > 0 && begins ? [i] : []))]
  return starts.map((start, i) => {
    const own = lines.slice(start, starts[i + 1])
    const opened = (as: Opening): Line[] => own.filter(({ opening }) => opening === as)
    const numbered = own.filter(({ label }) => label?.form === 'decimal' || label?.form === 'named')
    const resolution =
      opened('preambular').some(
        ({ core, label }) => label?.part === 'PP' || (!label && /[,،，]\W*(?:and|et|y)?$/.test(core)),
      ) ||
      opened('operative').length * 2 > Math.max(1, numbered.length) ||
      numbered.some(({ label }) => label?.part) ||
      own.some(({ found }) => found.style?.kind === 'operative' || found.style?.kind === 'preambular')
    return {
      lines: own,
      resolution: resolution || own.some(({ label, text }) => !label && isOrgan(text)),
      treaty: own.some(({ division, core }) => division && isDivision(core)),
    }
  })
}

const isAnnexStyle = ({ style }: Found): boolean => style?.kind === 'annex'

function kindsOf(part: Part, main: boolean): Recognized[] {
  const { lines, resolution, treaty } = part
  const out: Recognized[] = []
  const items = new ItemLevels()
  const firstOperative = lines.findIndex(
    (line) =>
      line.found.style?.kind === 'operative' ||
      line.label?.part === 'OP' ||
      (treaty ? line.division && isDivision(line.core) : isOperative(line, part)),
  )
  // Where operative paragraphs are labelled as such, a bare number is that of a paragraph of another kind.
  const parts = new Set(lines.map(({ label }) => label?.part))
  const numbered = (line: Line): 'operative' | 'body' =>
    resolution && !treaty && !parts.has('OP') && (!parts.has('PP') || line.opening === 'operative')
      ? 'operative'
      : 'body'
  let titled = !main
  for (const [i, line] of lines.entries()) {
    const before = resolution && (firstOperative < 0 || i < firstOperative)
    const [kind, level, guess] =
      annexOrTitle(line, i, titled) ??
      optionOf(line) ??
      (isTitleOf(line, lines[i - 1]) ? (['heading', 0, 'division'] as const) : null) ??
      kindOf(line, before, part, numbered(line), items)
    if (kind !== 'item' && guess !== 'neighbours') items.leave()
    if (kind === 'heading' || kind === 'annex') items.head()
    if (kind === 'title') titled = !announcesTitle(line.text)
    else if (kind !== 'heading') titled = true
    const annex = kind === 'annex' ? line.annex : null
    const label = line.label?.text ?? (annex && labelOfAnnex(annex))
    const head = { kind, level, guess, label }
    const content = annex ? cutRuns(line.content, leadOf(line.text), annex[0].length) : line.content
    if (isTitleOfAnnex(line, out.at(-1)))
      out[out.length - 1] = { ...out.at(-1)!, content: plainHeading(line) }
    else
      out.push({
        ...head,
        content: kind === 'heading' || kind === 'title' || kind === 'annex' ? unbold(content) : content,
      })
  }
  return withNeighbours(out)
}

/**
 * Paragraphs in brackets that nothing tells the kind of get that of the paragraph before them, or else behind,
 * but none that is numbered there: they have no number.
 */
function withNeighbours(paragraphs: readonly Recognized[]): Recognized[] {
  let before: Recognized | null = null
  return paragraphs.map((paragraph, i) => {
    if (paragraph.guess !== 'neighbours') {
      before = paragraph.kind === 'heading' ? null : paragraph
      return paragraph
    }
    const behind = paragraphs.slice(i + 1).find(({ guess }) => guess !== 'neighbours')
    const like = [before, behind].find((one) => one && lendable.includes(one.kind))
    const isLent = like && (like.kind === 'preambular' || like.label === null)
    return isLent
      ? { ...paragraph, kind: like.kind, level: like.level }
      : { ...paragraph, ...(like ? {} : { guess: 'plain' as const }) }
  })
}

const lendable: readonly ParagraphKind[] = ['preambular', 'operative', 'plain', 'body', 'item']

type Kind = readonly [kind: ParagraphKind, level: number, guess: Guess]

function annexOrTitle(line: Line, index: number, titled: boolean): Kind | null {
  const { style } = line.found
  if (isAnnexStyle(line.found)) return ['annex', 0, 'style']
  if (line.annex && index === 0) return ['annex', 0, 'annex-word']
  // A Word file without a title begins with its first heading.
  const isFirst = !titled && index === 0 && style?.kind === 'heading' && style.level === 1
  if (isFirst && !line.label && !line.division) return ['title', 0, 'style']
  if (style) return null
  const mayBeTitle =
    !titled &&
    index < 4 &&
    line.brief &&
    !line.label &&
    !line.found.inTable &&
    !line.division &&
    !isOrgan(line.core) &&
    !optionOf(line)
  // The first line of all may open as a preambular paragraph does: without a comma at its end it is none.
  const opens = line.opening !== null && !(index === 0 && line.opening === 'preambular')
  return mayBeTitle && !opens ? ['title', 0, 'first-line'] : null
}

/** "Option 2: No text": one of several paragraphs to choose from. */
const inOption = /^Option\s+\(?(?:\p{Nd}{1,2}|\p{L}|[ivx]{1,4})\)?\s*[.:]\s/iu

/** "Option 2:" alone on its line stands over the paragraphs of that option. */
const optionOf = ({ found, core }: Line): Kind | null =>
  !found.style && /^Option\s+\(?(?:\p{Nd}{1,2}|\p{L}|[ivx]{1,4})\)?\s*[.:]?$/iu.test(core)
    ? ['heading', 0, 'option']
    : null

function kindOf(
  line: Line,
  before: boolean,
  part: Part,
  numbered: 'operative' | 'body',
  items: ItemLevels,
): Kind {
  const { label, found, core, opening } = line
  if (found.style) {
    const { kind, level } = found.style
    if (kind === 'heading') return [kind, headingLevel(label), 'style']
    return [kind, kind === 'item' && label ? items.levelOf(label, level - 1) : level, 'style']
  }
  if (label?.part) return [label.part === 'OP' ? 'operative' : 'preambular', 0, 'labelled']
  const heading = numberedHeading(line)
  if (heading > 0) return ['heading', heading, 'numbered-heading']
  if (label?.form === 'bullet') return ['item', items.placed(found.depth), 'bullet']
  if (label?.form === 'decimal' && items.isParagraph(found.depth)) return [numbered, 0, 'numbered']
  if (label?.form === 'decimal') return ['item', items.nested(found.depth, label.value), 'numbered']
  if (label && label.form !== 'roman' && label.form !== 'capital') {
    const level =
      found.number === null
        ? items.levelOf(label, found.depth)
        : items.placed(found.depth, label.value || label.roman)
    return ['item', level, 'lettered']
  }
  if (line.division) return ['heading', 0, 'division']
  if (before && isOrgan(core)) return ['heading', 0, 'organ']
  if (before && opening === 'preambular') return ['preambular', 0, 'opens-with-participle']
  if (isOperative(line, part)) return ['operative', 0, 'opens-with-verb']
  if (before && /[,،，]$/.test(core) && !isLower(core) && !/^\p{Nd}/u.test(core))
    return ['preambular', 0, 'ends-with-comma']
  const short = !found.inTable && line.brief && core.length <= headingUnits / 2
  const apart = line.strong || found.centred
  if (short && (apart || (!part.resolution && !line.bracketed))) return ['heading', 0, 'short-line']
  if ((line.bracketed || inOption.test(core)) && !label) return ['plain', 0, 'neighbours']
  return ['plain', 0, 'plain']
}

/**
 * An unnumbered operative paragraph opens with its verb; elsewhere a verb at the start says nothing. Among
 * numbered ones it is one only when somebody asks for it: else it would take the number of the next.
 */
function isOperative(line: Line, { lines, resolution, treaty }: Part): boolean {
  const { label, opening, found, core, text } = line
  if (!resolution || treaty || opening !== 'operative' || found.style !== null) return false
  if (label) return label.form === 'decimal'
  // "resolves" alone on its line stands over the paragraphs that follow.
  if (isLower(core)) return false
  return isAsked(text) || !lines.some((one) => one.label?.form === 'decimal' && one.found.depth === 0)
}

/** In scripts other than Latin paragraphs begin in lower case too. */
const isLower = (core: string): boolean => /^(?=\p{Script=Latin})\p{Ll}/u.test(core)

/** Level of a numbered heading; 0 when it is none. */
function numberedHeading({ label, brief, strong, opening }: Line): number {
  if (!label || !brief || opening === 'operative') return 0
  return label.form === 'decimal' && !strong ? 0 : headingLevel(label)
}

/** The line right under "Article 3" is its title. */
const isTitleOf = (line: Line, above: Line | undefined): boolean =>
  above !== undefined &&
  above.division &&
  above.core.length <= 30 &&
  !isSection(above.core) &&
  line.brief &&
  line.label === null &&
  line.found.style === null &&
  !line.found.inTable &&
  !line.bracketed &&
  line.opening === null &&
  !isOrgan(line.core)

/** The heading line right under "Annex II" is the title of the annex. */
function isTitleOfAnnex(line: Line, previous: Recognized | undefined): boolean {
  return (
    previous?.kind === 'annex' &&
    previous.content.length === 0 &&
    line.brief &&
    line.label === null &&
    (line.found.style === null || ['title', 'heading', 'annex'].includes(line.found.style.kind))
  )
}

const plainHeading = (line: Line): Run[] => unbold(line.content)

/** Headings are set bold by what they are: bold typed into all of one says nothing more. */
function unbold(content: readonly Run[]): Run[] {
  const all = content.every((run) => !('text' in run) || run.text.trim() === '' || run.marks?.strong)
  return all
    ? joinRuns(
        content.map((run) => ('text' in run ? { ...run, marks: { ...run.marks, strong: undefined } } : run)),
      )
    : [...content]
}
