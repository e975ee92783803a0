import { Button } from '../../controls/button.tsx'
import { asking as words } from '../../lang/en/asking.ts'
import { useSay } from '../../lang/say.tsx'
import type { Asking, Selected } from './use-asking.ts'

/** Distance of the button from the words it is about. */
const apartPx = 6

/** The button that comes up beside words while they are selected. */
export function AskAtWords({
  selected: { rect, words: about },
  onAsk,
}: {
  readonly selected: Selected
  readonly onAsk: Asking['askAt']
}) {
  const say = useSay()
  const style = { insetBlockStart: rect.bottom + apartPx, left: Math.max(apartPx, rect.right - 2 * apartPx) }
  return (
    <div className="ask-at-words" style={style}>
      <Button
        tone="primary"
        aria-label={say(words.askAbout, { words: about.words })}
        aria-keyshortcuts="m"
        onPress={({ target }) => onAsk(null, target)}
      >
        {say(words.ask)}
      </Button>
    </div>
  )
}
