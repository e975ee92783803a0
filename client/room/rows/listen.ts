import { copyNotation, type PrintOf } from '../../reading/copying.ts'

/** What happens in the text: everything the list of paragraphs listens for. */
export interface TextEvents {
  /** A paragraph was chosen; with `open`, its card is wanted too. */
  readonly onChoose: (paragraph: string, open: boolean) => void
  readonly onProposal: (paragraph: string, proposal: number) => void
  /** A bracket or a section is to be folded, or unfolded. */
  readonly onFold: (name: string, folded: boolean) => void
  /** The pointer rests on names; null when it has left them. */
  readonly onNames: (chip: HTMLElement | null) => void
  readonly printOf: PrintOf
}

/** How long the pointer rests on names before all of them are shown, and may be off them before they go. */
const restMs = 450

/**
 * Listens on the list for all rows: one listener in place of one for each of a thousand brackets. A press on
 * words chooses the paragraph and opens its card; on a name, that proposal; on a bracket, it folds. Returns
 * what ends it.
 */
export function listen(list: HTMLElement, events: TextEvents): () => void {
  const onClick = ({ target }: MouseEvent) => {
    if (!(target instanceof Element)) return
    const fold = foldAt(target)
    if (fold) {
      events.onFold(fold.name, fold.folded)
      return
    }
    const row = target.closest<HTMLElement>('.paragraph')
    const paragraph = row?.dataset['paragraph']
    // Words being selected for copying are not a press.
    if (paragraph === undefined || target.closest('.card-open, a') || !getSelection()?.isCollapsed) return
    const proposal = Number(target.closest<HTMLElement>('[data-proposal]')?.dataset['proposal'])
    if (proposal) events.onProposal(paragraph, proposal)
    else events.onChoose(paragraph, true)
  }
  // Another mark than the one keys walk with: a page that scrolls under the pointer must not lead them astray.
  let pointed: Element | null = null
  let resting: ReturnType<typeof setTimeout> | undefined
  const onOver = ({ target }: Event) => {
    const wording = target instanceof Element ? target.closest('.wording') : null
    if (wording !== pointed) {
      pointed?.classList.remove('pointed')
      wording?.classList.add('pointed')
      pointed = wording
    }
    const chip = target instanceof Element ? target.closest<HTMLElement>('.chip') : null
    clearTimeout(resting)
    resting = setTimeout(() => events.onNames(chip), restMs)
  }
  const onLeave = () => {
    pointed?.classList.remove('pointed')
    pointed = null
    clearTimeout(resting)
    resting = setTimeout(() => events.onNames(null), restMs)
  }
  const onSelection = () => {
    const at = getSelection()?.focusNode
    if (at && list.contains(at))
      light(list, (at instanceof Element ? at : at.parentElement)?.closest('.wording'))
  }
  const onCopy = (event: ClipboardEvent) => copyNotation(event, list, events.printOf)
  list.addEventListener('click', onClick)
  list.addEventListener('pointerover', onOver)
  list.addEventListener('pointerleave', onLeave)
  list.addEventListener('copy', onCopy)
  document.addEventListener('selectionchange', onSelection)
  return () => {
    clearTimeout(resting)
    list.removeEventListener('click', onClick)
    list.removeEventListener('pointerover', onOver)
    list.removeEventListener('pointerleave', onLeave)
    list.removeEventListener('copy', onCopy)
    document.removeEventListener('selectionchange', onSelection)
  }
}

/** Marks the bracket the reader is at, and no other. */
export function light(list: HTMLElement, wording: Element | null | undefined): void {
  const lit = list.querySelector('.wording.lit')
  if (lit === (wording ?? null)) return
  lit?.classList.remove('lit')
  wording?.classList.add('lit')
}

/** What a press folds or unfolds: by its sign, or by the button in it. */
function foldAt(target: Element): { name: string; folded: boolean } | null {
  const button = target.closest<HTMLElement>('[data-act="fold"]')
  const sign = button ?? target.closest<HTMLElement>('.glyph')
  const holder = button?.dataset['fold'] ? button : sign?.closest<HTMLElement>('.wording')
  const name = holder?.dataset['fold']
  if (!sign || name === undefined) return null
  const folded = button
    ? button.getAttribute('aria-expanded') === 'false'
    : holder!.querySelector(':scope > .words')?.hasAttribute('hidden')
  return { name, folded: !folded }
}

/** The bracket the reader is at, by its keys or the pointer; null when there is none. */
export function bracketAt(list: HTMLElement): HTMLElement | null {
  return (
    list.querySelector<HTMLElement>('.wording.lit') ?? list.querySelector<HTMLElement>('.wording.pointed')
  )
}
