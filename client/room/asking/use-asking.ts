import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import type { SelectedWords, Subject } from './ask.ts'
import { caretIn, selectedWords } from './selection.ts'

/** The open menu: what it is about, and the element it stands at. */
export interface OpenMenu {
  readonly subject: Subject
  readonly element: Element
}

/** Words that are selected now, and where on the screen they end. */
export interface Selected {
  readonly words: SelectedWords
  readonly rect: DOMRect
}

/** What may be asked for, wherever it is asked: the selection in the text, and the one open menu. */
export interface Asking {
  readonly menu: OpenMenu | null
  readonly selected: Selected | null
  /**
   * Opens the menu of a row at an element; selected words count where they are of that row or none is named.
   * From a draft come the words selected there.
   */
  readonly askAt: (row: string | null, element: Element, drafted?: string) => void
  readonly close: () => void
}

/** Follows what is selected in the list of paragraphs, and opens the menu at labels, cards and selections. */
export function useAsking(
  list: RefObject<HTMLElement | null>,
  paragraphs: readonly ParagraphView[],
  labelOf: (paragraph: string) => string,
  on: boolean,
): Asking {
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const [selected, setSelected] = useState<Selected | null>(null)
  const latest = useRef({ paragraphs, labelOf, selected })
  useEffect(() => {
    latest.current = { paragraphs, labelOf, selected: on ? selected : null }
  })
  const askAt = useCallback<Asking['askAt']>(
    (row, element, drafted) => {
      const { current: root } = list
      const { paragraphs: all, labelOf: named, selected: now } = latest.current
      const taken = now && (row === null || now.words.rows.includes(row)) ? now.words : null
      const view = all.find(({ id }) => id === (taken?.rows[0] ?? row))
      if (!view) return
      const paragraph = view.alternativeTo ?? view.id
      const drawn = root?.querySelector(`[data-paragraph="${CSS.escape(view.id)}"]`)
      const caret = drawn ? caretIn(drawn, view, getSelection()) : null
      setMenu({
        subject: {
          row: view.id,
          paragraph,
          label: named(paragraph),
          selected: taken,
          caret,
          drafted: drafted ?? null,
        },
        element,
      })
    },
    [list],
  )
  useEffect(() => {
    const root = list.current
    if (!on || !root) return undefined
    let due = 0
    const look = () => {
      cancelAnimationFrame(due)
      due = requestAnimationFrame(() => {
        const selection = getSelection()
        // While a menu or a panel has the keyboard, what was selected stays what it is about.
        if (document.activeElement?.closest('[role="menu"], [role="dialog"], [role="alertdialog"]')) return
        const views = new Map(latest.current.paragraphs.map((one) => [one.id, one]))
        const words = selectedWords(root, views, selection)
        const rect = words && [...selection!.getRangeAt(0).getClientRects()].at(-1)
        setSelected(words && rect ? { words, rect } : null)
      })
    }
    const onLabel = (event: MouseEvent) => {
      const label = event.target instanceof Element ? event.target.closest('.paragraph-label') : null
      const row = label?.closest<HTMLElement>('.paragraph')?.dataset['paragraph']
      if (!label || row === undefined) return
      event.stopPropagation()
      askAt(row, label)
    }
    document.addEventListener('selectionchange', look)
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    root.addEventListener('click', onLabel, { capture: true })
    root.classList.add('askable')
    return () => {
      cancelAnimationFrame(due)
      document.removeEventListener('selectionchange', look)
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
      root.removeEventListener('click', onLabel, { capture: true })
      root.classList.remove('askable')
    }
  }, [list, on, askAt])
  const close = useCallback(() => setMenu(null), [])
  return { menu, selected: on ? selected : null, askAt, close }
}
