import { useState } from 'react'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import { citations } from '../../../schema/text/label.ts'
import { plainText } from '../../../schema/text/token.ts'
import { ComboBox } from '../../controls/combo-box.tsx'
import { Dialog } from '../../controls/dialog.tsx'
import type { Option } from '../../controls/option.ts'
import { paragraphKindNames } from '../../lang/en/common.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { shortened } from '../sentence.tsx'

/** Finds a paragraph by its label or its words and goes there. */
export function GoTo({
  paragraphs,
  onGo,
  onClose,
}: {
  readonly paragraphs: readonly ParagraphView[]
  readonly onGo: (paragraph: string) => void
  readonly onClose: () => void
}) {
  const say = useSay()
  const [options] = useState<readonly Option[]>(() => {
    const names = citations(paragraphs)
    return paragraphs.map((paragraph, i) => ({
      id: paragraph.id,
      code: names[i] || say(paragraphKindNames[paragraph.kind]),
      label: shortened(wordsOf(paragraph), 70),
      description: say(words.goToOpen, { count: paragraph.pairs }),
    }))
  })
  return (
    <Dialog title={say(words.goTo)} isOpen onClose={onClose}>
      <ComboBox
        label={say(words.goToField)}
        options={options}
        value={null}
        autoFocus
        onChange={(id) => {
          if (id === null) return
          onClose()
          onGo(id)
        }}
      />
    </Dialog>
  )
}

/** The words of a paragraph as far as they are needed to recognize it. */
function wordsOf({ passages }: ParagraphView): string {
  let text = ''
  for (const passage of passages) {
    if (text.length > 120) break
    if (passage.type === 'words') text += plainText([passage.run])
    else
      for (const wording of passage.wordings)
        text += ` [${wordsOf({ passages: wording.passages } as ParagraphView)}]`
  }
  return text
}
