import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type Address, parseAddress, printAddress } from './address.ts'

/**
 * The room's address and the function that changes parts of it. Opening the draft, where things stand or
 * the life of a word is a step in the history, which Back undoes; other changes replace the entry.
 */
export function useAddress(): readonly [Address, (part: Partial<Address>) => void] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const address = useMemo(() => parseAddress(search), [search])
  const change = useCallback(
    (part: Partial<Address>) => {
      const now = parseAddress(window.location.search)
      navigate(path + printAddress({ ...now, ...part }) + window.location.hash, {
        replace: !isStep(now, part),
      })
    },
    [navigate, path],
  )
  return [address, change]
}

/** True for what Back is to close again. */
const isStep = (now: Address, part: Partial<Address>): boolean =>
  (part.drafting === true && !now.drafting) ||
  ((part.stands ?? null) !== null && now.stands === null) ||
  ((part.life ?? null) !== null && now.life === null)

/**
 * Points the address at a place without moving the page. With `keep` the place before stays in the history, so
 * that Back leads to it; without, as for every step of reading on, it is replaced.
 */
export function pointAt(name: string, keep: boolean): void {
  const hash = `#${encodeURIComponent(name)}`
  if (hash === window.location.hash) return
  if (keep) window.history.pushState(null, '', hash)
  else window.history.replaceState(window.history.state, '', hash)
}
