import { useCallback } from 'react'
import type { Spot } from '../../../schema/proposal/change.ts'
import { useAddress } from '../moving/use-address.ts'
import { printSpot } from './spot.ts'

/** Opens the life of a word from anywhere in the room; without a word, the search for one. */
export function useLife(): { readonly open: (spot: Spot | null) => void; readonly close: () => void } {
  const [, change] = useAddress()
  const open = useCallback((spot: Spot | null) => change({ life: spot ? printSpot(spot) : '' }), [change])
  const close = useCallback(() => change({ life: null }), [change])
  return { open, close }
}
