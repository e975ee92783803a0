import { useEffect } from 'react'
import { AlternativePanel } from './alternative-panel.tsx'
import type { Ask } from './ask.ts'
import { DeletePanel, JoinPanel, KindPanel, SplitPanel } from './paragraph-panels.tsx'
import { PlacePanel } from './place-panel.tsx'
import { PositionPanel } from './position-panel.tsx'
import { BesideDraft } from './table-panel.tsx'
import { WordsPanel } from './words-panel.tsx'

/** The panel of one choice of the menu; when it closes, the focus goes back to the row it was opened at. */
export function AskPanel({ ask, onClose }: PanelProps) {
  const { row, drafted } = ask.subject
  useReturn(row)
  return (
    <BesideDraft value={drafted !== null}>
      <PanelOf ask={ask} onClose={onClose} />
    </BesideDraft>
  )
}

interface PanelProps {
  readonly ask: Ask
  readonly onClose: () => void
}

function PanelOf({ ask, onClose }: PanelProps) {
  const { kind } = ask
  switch (kind) {
    case 'deleteWords':
    case 'hold':
      return <WordsPanel ask={ask} onClose={onClose} />
    case 'deleteParagraph':
      return <DeletePanel ask={ask} onClose={onClose} />
    case 'place':
      return <PlacePanel ask={ask} onClose={onClose} />
    case 'alternative':
      return <AlternativePanel ask={ask} onClose={onClose} />
    case 'split':
      return <SplitPanel ask={ask} onClose={onClose} />
    case 'join':
      return <JoinPanel ask={ask} onClose={onClose} />
    case 'kind':
      return <KindPanel ask={ask} onClose={onClose} />
    case 'retain':
    case 'noText':
    case 'conditional':
      return <PositionPanel ask={{ ...ask, kind }} onClose={onClose} />
  }
}

/** The menu that led here is gone when a panel closes: without this the focus would be lost to the page. */
function useReturn(row: string): void {
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return
        const editor = document.querySelector<HTMLElement>('.desk-text .ProseMirror')
        const drawn = document.querySelector<HTMLElement>(`[data-paragraph="${CSS.escape(row)}"]`)
        ;(editor ?? drawn)?.focus({ preventScroll: true })
      })
    },
    [row],
  )
}
