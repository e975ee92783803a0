import { Button } from '../../controls/button.tsx'
import type { DraftEditor } from '../../draft/editor.ts'
import { asking as words } from '../../lang/en/asking.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'

/** Opens the menu of all that may be asked of the paragraph at the caret, beside what is being written. */
export function AskHere({ editor }: { readonly editor: DraftEditor }) {
  const say = useSay()
  const { paragraphs, askAt } = useRoom()
  const here = editor.paragraphAtCaret()
  const known = paragraphs.some(({ id }) => id === here)
  return (
    <Button
      aria-haspopup="menu"
      refusal={known ? null : say(words.notTabledYet)}
      onPress={({ target }) => {
        // Where the caret is now: what was drawn may be of where it was before the keys came to rest.
        const at = editor.paragraphAtCaret()
        const { doc, selection } = editor.view.state
        if (at !== null) askAt(at, target, doc.textBetween(selection.from, selection.to, ' ').trim())
      }}
    >
      {say(words.ask)}
      <span aria-hidden="true" className="select-mark" />
    </Button>
  )
}
