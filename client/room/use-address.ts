import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type Address, parseAddress, printAddress } from './address.ts'

/** The room's address and the function that changes parts of it. Changes replace the entry in the history. */
export function useAddress(): readonly [Address, (part: Partial<Address>) => void] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const address = useMemo(() => parseAddress(search), [search])
  const change = useCallback(
    (part: Partial<Address>) =>
      navigate(
        path + printAddress({ ...parseAddress(window.location.search), ...part }) + window.location.hash,
        {
          replace: true,
        },
      ),
    [navigate, path],
  )
  return [address, change]
}

/** Points the address at a place without moving the page. */
export function pointAt(name: string): void {
  window.history.replaceState(window.history.state, '', `#${encodeURIComponent(name)}`)
}
