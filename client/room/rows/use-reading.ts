import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import { namings } from '../../../schema/view/passage.ts'
import { type Folding, turn } from '../../reading/folding.ts'
import type { Address } from '../moving/address.ts'
import { bracketAt, light } from './listen.ts'

/** How the text is read on this screen: what is folded, and how that and the names are changed. */
export interface Reading {
  readonly folding: Folding
  readonly fold: (name: string, folded: boolean) => void
  /** Folds all brackets deeper than this; null unfolds all, also those folded by themselves. */
  readonly foldBelow: (depth: number | null) => void
  /** Folds the bracket the reader is at, or unfolds it. */
  readonly foldHere: () => void
  /** Names delegations in the next way: shown, by group, hidden, and shown again. */
  readonly nextNames: () => void
}

/** What was folded by itself in a text, for as long as the window is open. */
const kept = (text: string): ReadonlyMap<string, boolean> => {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(storeOf(text)) ?? '[]') as [string, boolean][])
  } catch {
    return new Map()
  }
}
const storeOf = (text: string) => `adref.folds.${text}`

/** Keeps what is folded: how deep all together in the address, single brackets in the session. */
export function useReading(
  text: string,
  address: Address,
  change: (part: Partial<Address>) => void,
  list: RefObject<HTMLElement | null>,
): Reading {
  const [turned, setTurned] = useState(() => kept(text))
  useEffect(() => {
    sessionStorage.setItem(storeOf(text), JSON.stringify([...turned]))
  }, [text, turned])
  const folding = useMemo<Folding>(() => ({ below: address.fold, turned }), [address.fold, turned])
  const fold = useCallback(
    (name: string, folded: boolean) => {
      setTurned((now) => turn({ below: null, turned: now }, name, folded).turned)
      // The button that says so stands where the words did, or beside them: reading goes on from there.
      requestAnimationFrame(() => focusFold(list.current, name))
    },
    [list],
  )
  const foldHere = useCallback(() => {
    const wording = list.current && bracketAt(list.current)
    const name = wording?.dataset['fold']
    if (!list.current || !wording || name === undefined) return
    light(list.current, wording)
    fold(name, !wording.querySelector(':scope > .words')?.hasAttribute('hidden'))
  }, [list, fold])
  const { names } = address
  return useMemo(
    () => ({
      folding,
      fold,
      foldHere,
      foldBelow: (depth) => {
        setTurned(new Map())
        change({ fold: depth })
      },
      nextNames: () => change({ names: namings[(namings.indexOf(names) + 1) % namings.length]! }),
    }),
    [folding, fold, foldHere, change, names],
  )
}

function focusFold(list: HTMLElement | null, name: string): void {
  const found = list?.querySelector<HTMLElement>(`[data-fold="${CSS.escape(name)}"]`)
  const button = found?.matches('button') ? found : found?.querySelector<HTMLElement>(':scope > .fold')
  button?.focus({ preventScroll: true })
}
