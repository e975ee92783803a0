import { type RefObject, useEffect, useRef } from 'react'

/** What keys do in the room. */
interface KeyActs {
  readonly paragraph: (steps: number) => void
  readonly bracket: (forward: boolean) => void
  readonly card: () => void
  readonly back: () => void
  readonly propose: () => void
  readonly ask: () => void
  readonly stance: (stance: 'supports' | 'canLiveWith' | 'opposes' | 'reserves') => void
  /** Folds or unfolds the bracket the reader is at. */
  readonly fold: () => void
  /** Names delegations in the next way. */
  readonly names: () => void
  /** Shows all names behind the bracket the reader is at. */
  readonly who: () => void
  /** Tells the life of the word at the cursor, or looks for one. */
  readonly life: () => void
  /** Shows who stands where. */
  readonly stands: () => void
  readonly view: () => void
  readonly filter: () => void
  readonly goTo: () => void
  readonly floor: () => void
  readonly help: () => void
  readonly region: (forward: boolean) => void
}

const setting = 'adref.single-keys'

/** False when the person has turned single keys off on this device (WCAG 2.1.4). */
export const singleKeysOn = (): boolean => localStorage.getItem(setting) !== 'off'

/** Turns single keys on or off on this device. */
export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(setting)
  else localStorage.setItem(setting, 'off')
}

const single: Readonly<Record<string, (acts: KeyActs) => void>> = {
  j: ({ paragraph }) => paragraph(1),
  k: ({ paragraph }) => paragraph(-1),
  n: ({ bracket }) => bracket(true),
  p: ({ bracket }) => bracket(false),
  e: ({ propose }) => propose(),
  m: ({ ask }) => ask(),
  s: ({ stance }) => stance('supports'),
  a: ({ stance }) => stance('canLiveWith'),
  o: ({ stance }) => stance('opposes'),
  r: ({ stance }) => stance('reserves'),
  x: ({ fold }) => fold(),
  h: ({ names }) => names(),
  w: ({ who }) => who(),
  l: ({ life }) => life(),
  t: ({ stands }) => stands(),
  v: ({ view }) => view(),
  f: ({ floor }) => floor(),
  '/': ({ filter }) => filter(),
  '?': ({ help }) => help(),
}

/** Listens for the room's keys while `on`. Dialogs and menus keep theirs, and text fields all single ones. */
export function useKeys(acts: KeyActs, on: boolean): void {
  const latest: RefObject<KeyActs> = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const act = actOf(event)
      if (!act) return
      event.preventDefault()
      act(latest.current)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [on])
}

function actOf(event: KeyboardEvent): ((acts: KeyActs) => void) | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
  if (
    target instanceof Element &&
    target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')
  )
    return undefined
  if (key === 'F6') return ({ region }) => region(!shiftKey)
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'k') return ({ goTo }) => goTo()
  if (ctrlKey || metaKey || altKey) return undefined
  if (key === 'Escape') return ({ back }) => back()
  if (target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]'))
    return undefined
  // Enter on a control presses it; only on the text does it open the card.
  if (key === 'Enter')
    return target instanceof Element && target.closest('button, a, summary')
      ? undefined
      : ({ card }) => card()
  return singleKeysOn() ? single[key] : undefined
}

/** Opens the menu that a key is for. */
export function press(name: string): void {
  document.querySelector<HTMLElement>(`[data-key="${name}"]`)?.closest('button')?.click()
}

/** Moves the focus from the text to its card, to the tools, and round again. */
export function moveRegion(forward: boolean): void {
  const text =
    document.querySelector<HTMLElement>('.paragraph.active') ??
    document.querySelector<HTMLElement>('.paragraph')
  const card = document.querySelector<HTMLElement>('.card-open, .active .digest-head')
  const tools = document.querySelector<HTMLElement>('.bar button')
  const regions = [text, card, tools].flatMap((region) => region ?? [])
  const here = document.activeElement
  const at = here?.closest('.bar') ? regions.length - 1 : here?.closest('.card-place') ? 1 : 0
  regions[(at + (forward ? 1 : regions.length - 1)) % regions.length]?.focus()
}

/** The same at the desk, where Tab is a key of the editor: from the words to what will be tabled, to the tools. */
export function moveDeskRegion(desk: HTMLElement, forward: boolean): void {
  const within = ['.ProseMirror', '.desk-side button', '.bar button']
  const regions = within.flatMap((one) => desk.querySelector<HTMLElement>(one) ?? [])
  const here = document.activeElement
  const at = here?.closest('.desk-side') ? 1 : here?.closest('.room-top') ? regions.length - 1 : 0
  regions[(at + (forward ? 1 : regions.length - 1)) % regions.length]?.focus()
}
