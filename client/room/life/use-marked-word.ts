import { useEffect } from 'react'
import type { Word } from '../../../schema/record/word.ts'
import { drawnAt } from '../asking/selection.ts'
import { useRoom } from '../context.ts'

/** The name under which the style sheet marks the word. */
const mark = 'life-word'

/** Marks a word wherever the text shows it, also in rows that are drawn later; null marks none. */
export function useMarkedWord(word: Word | null): void {
  const { paragraphs } = useRoom()
  const [source, from, to] = word ? [word.source, word.from, word.to] : [null, 0, 0]
  useEffect(() => {
    const list = document.querySelector('.paragraphs')
    if (source === null || !list || !('highlights' in CSS)) return
    let frame = 0
    const draw = () => {
      const ranges = paragraphs.flatMap((view) => {
        const row = list.querySelector(`.paragraph[data-paragraph="${CSS.escape(view.id)}"]`)
        return row ? drawnAt(row, view, { source, from, to }) : []
      })
      CSS.highlights.set(mark, new Highlight(...ranges))
    }
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(draw)
    }
    const observer = new MutationObserver(soon)
    observer.observe(list, { childList: true, characterData: true, subtree: true })
    draw()
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      CSS.highlights.delete(mark)
    }
  }, [source, from, to, paragraphs])
}
