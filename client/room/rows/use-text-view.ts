import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import type { Act } from '../../../schema/record/act.ts'
import { replay } from '../../../schema/record/apply.ts'
import type { State } from '../../../schema/record/state.ts'
import { citations } from '../../../schema/text/label.ts'
import type { Lens, ParagraphView, View } from '../../../schema/view/passage.ts'
import { labelsIn, printParagraph } from '../../../schema/view/print.ts'
import { view } from '../../../schema/view/view.ts'
import type { Overlay } from '../../record/wire.ts'
import { markDrafting, withOverlays } from './overlays.ts'
import type { PrintOf } from '../../reading/copying.ts'
import type { Neighbours } from '../../reading/paragraph.tsx'

/** The state as of act `at`; the present one when `at` is null or still to come. */
export function useStateAt(state: State, acts: readonly Act[], at: number | null): State {
  return useMemo(
    () => (at === null || at >= state.n ? state : replay(acts.slice(0, at))),
    // A past state does not change with the acts that follow it.
    // oxlint-disable-next-line react/exhaustive-deps
    [at, at === null || at >= state.n ? state : null],
  )
}

/** So many views are kept up to date from where they were left: a reader goes back and forth between two or three. */
const lensesKept = 4

/**
 * The view of a state through a lens, with what others are drafting in the open. Paragraphs that an act
 * leaves alone keep their identity, and typing or clicking goes before drawing what others did.
 */
export function useTextView(state: State, lens: Lens, overlays: readonly Overlay[]): View {
  const current = useDeferredValue(state)
  const drafting = useDeferredValue(overlays)
  const name = JSON.stringify(lens)
  const last = useRef(new Map<string, Drawn>())
  return useMemo(() => {
    const shown = lens.type === 'compilation' ? drafting : none
    const previous = last.current.get(name)
    const drawn =
      previous?.state === current && previous.overlays === shown
        ? previous
        : { state: current, overlays: shown, view: view(withOverlays(current, shown), lens, previous?.view) }
    last.current.delete(name)
    last.current = new Map([...last.current, [name, drawn] as const].slice(-lensesKept))
    return shown.length === 0
      ? drawn.view
      : {
          ...drawn.view,
          paragraphs: drawn.view.paragraphs.map((paragraph) => markDrafting(paragraph, current.n)),
        }
    // The lens is the same as long as its name is.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [current, drafting, name])
}

/** A view with what it was made of: while that is the same, it is. */
interface Drawn {
  readonly state: State
  readonly overlays: readonly Overlay[]
  readonly view: View
}

const none: readonly never[] = []

/** Citations of paragraphs and printed labels, with the same identity until a label changes. */
export function useNeighbours(paragraphs: readonly ParagraphView[]): Neighbours {
  const names = useMemo(() => {
    const cited = citations(paragraphs)
    return paragraphs.map(({ id, label }, i) => `${id}\t${label}\t${cited[i]}`).join('\n')
  }, [paragraphs])
  return useMemo(() => {
    const rows = names.split('\n').map((line) => line.split('\t'))
    const labels = new Map(rows.map(([id = '', label = '', cite = '']) => [id, { label, cite }]))
    return {
      labelOf: (paragraph: string) => labels.get(paragraph)?.cite ?? '',
      printedLabel: (paragraph: string) => labels.get(paragraph)?.label ?? '',
    }
  }, [names])
}

/** How many proposals the brackets of paragraphs come from. */
export const proposalsIn = (paragraphs: readonly ParagraphView[]): number =>
  new Set(paragraphs.flatMap(({ proposals }) => proposals)).size

/** Prints paragraphs of the newest view in notation; keeps its identity. */
export function usePrinter(shown: View): PrintOf {
  const latest = useRef(shown)
  useEffect(() => {
    latest.current = shown
  })
  return useCallback((id) => {
    const paragraph = latest.current.paragraphs.find((one) => one.id === id)
    return paragraph ? printParagraph(paragraph, labelsIn(latest.current)) : null
  }, [])
}
