import { useState } from 'react'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import { ComboBox } from '../../controls/combo-box.tsx'
import { Dialog } from '../../controls/dialog.tsx'
import type { Option } from '../../controls/option.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { paragraphOptions } from '../asking/paragraph-options.ts'

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
  const [options] = useState<readonly Option[]>(() =>
    paragraphOptions(paragraphs, say).map((option, i) => ({
      ...option,
      description: say(words.goToOpen, { count: paragraphs[i]?.pairs ?? 0 }),
    })),
  )
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
