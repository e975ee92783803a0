import { useRef, useState } from 'react'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import type { Paragraph } from '../../../schema/text/paragraph.ts'
import { Button } from '../../controls/button.tsx'
import { Actions, Dialog } from '../../controls/dialog.tsx'
import { common } from '../../lang/en/common.ts'
import { importing } from '../../lang/en/import.ts'
import { directionOf } from '../../lang/locale.tsx'
import { useSay } from '../../lang/say.tsx'
import { unitText } from './review.ts'

/** Asks where a paragraph is to be divided; null closes it. */
export function DivideDialog({
  paragraph,
  language,
  onDivide,
  onClose,
}: {
  readonly paragraph: Paragraph | null
  readonly language: string
  /** Told the offset, in units of the paragraph's content. */
  readonly onDivide: (offset: number) => void
  readonly onClose: () => void
}) {
  const say = useSay()
  return (
    <Dialog title={say(importing.divideTitle)} isOpen={paragraph !== null} onClose={onClose}>
      {paragraph ? (
        <Place paragraph={paragraph} language={language} onDivide={onDivide} onClose={onClose} />
      ) : null}
    </Dialog>
  )
}

function Place({
  paragraph,
  language,
  onDivide,
  onClose,
}: {
  readonly paragraph: Paragraph
  readonly language: string
  readonly onDivide: (offset: number) => void
  readonly onClose: () => void
}) {
  const say = useSay()
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(0)
  const text = unitText(paragraph.content)
  const nowhere = text.slice(0, caret).trim() === '' || text.slice(caret).trim() === ''
  return (
    <>
      <p>{say(importing.divideLead)}</p>
      <TextField className="field" value={text} isReadOnly autoFocus>
        <Label className="label">{say(importing.divideField)}</Label>
        <TextArea
          ref={area}
          className="input divide-words"
          rows={8}
          lang={language}
          dir={directionOf(language)}
          onSelect={() => setCaret(area.current?.selectionStart ?? 0)}
        />
      </TextField>
      <Actions>
        <Button size="main" onPress={onClose}>
          {say(common.cancel)}
        </Button>
        <Button
          size="main"
          tone="primary"
          refusal={nowhere ? say(importing.divideNowhere) : null}
          onPress={() => {
            onDivide(caret)
            onClose()
          }}
        >
          {say(importing.divideHere)}
        </Button>
      </Actions>
    </>
  )
}
