import { useEffect } from 'react'
import type { Spot } from '../../../schema/proposal/change.ts'
import { useRoom } from '../context.ts'
import { wordIn } from './spot.ts'

/**
 * While `waiting`, the next press on a word of the text, by pointer or finger, is told to `onWord`; the text
 * does not take it for a wish to see the card.
 */
export function usePressedWord(waiting: boolean, onWord: (spot: Spot) => void): void {
  const { paragraphs } = useRoom()
  useEffect(() => {
    if (!waiting) return
    const onPress = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (!target?.closest('.paragraph-words') || target.closest('button, a')) return
      // Words that are being selected are not pressed.
      if (getSelection()?.isCollapsed === false) return
      const caret = caretUnder(event)
      const spot = caret && wordIn(paragraphs, caret)
      if (!spot) return
      event.preventDefault()
      event.stopPropagation()
      onWord(spot)
    }
    document.addEventListener('click', onPress, true)
    return () => document.removeEventListener('click', onPress, true)
  }, [waiting, onWord, paragraphs])
}

/** The character under a pointer; where a browser cannot tell, the one at which its press has left the caret. */
function caretUnder({
  clientX: x,
  clientY: y,
}: MouseEvent): Pick<Selection, 'focusNode' | 'focusOffset'> | null {
  const near = 'caretPositionFromPoint' in document ? document.caretPositionFromPoint(x, y) : null
  if (!near) return getSelection()
  const { offsetNode: node, offset } = near
  if (!(node instanceof Text) || offset === 0) return { focusNode: node, focusOffset: offset }
  // The gap nearest to the pointer may be the one behind the character it is on.
  const before = document.createRange()
  before.setStart(node, offset - 1)
  before.setEnd(node, offset)
  const on = [...before.getClientRects()].some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  )
  return { focusNode: node, focusOffset: on ? offset - 1 : offset }
}
