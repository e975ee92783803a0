import { citations } from '../../../schema/text/label.ts'
import { plainText } from '../../../schema/text/token.ts'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import type { Option } from '../../controls/option.ts'
import { paragraphKindNames } from '../../lang/en/common.ts'
import type { Sayer } from '../../lang/say.tsx'
import { shortened } from '../wording/sentence.tsx'

/** Paragraphs to choose from, by label or first words; those without a label by their kind. */
export function paragraphOptions(paragraphs: readonly ParagraphView[], say: Sayer): Option[] {
  const names = citations(paragraphs)
  return paragraphs.map((paragraph, i) => ({
    id: paragraph.id,
    code: names[i] || say(paragraphKindNames[paragraph.kind]),
    label: shortened(wordsOf(paragraph), 70),
  }))
}

/** The words of a paragraph as far as they are needed to recognize it. */
function wordsOf({ passages }: Pick<ParagraphView, 'passages'>): string {
  let text = ''
  for (const passage of passages) {
    if (text.length > 120) break
    if (passage.type === 'words') text += plainText([passage.run])
    else for (const wording of passage.wordings) text += ` [${wordsOf(wording)}]`
  }
  return text
}
