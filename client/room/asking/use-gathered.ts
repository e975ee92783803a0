import { useCallback, useMemo, useState } from 'react'
import type { Change } from '../../../schema/proposal/change.ts'

/** Changes asked for one after the other, to be tabled as one proposal; nobody else sees them until then. */
export interface Gathered {
  readonly changes: readonly Change[]
  readonly set: (changes: readonly Change[]) => void
}

const none: readonly Change[] = []
const place = (person: string, text: string): string => `adref.gathered.${person}.${text}`

function read(key: string): readonly Change[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as Change[]
  } catch {
    return none
  }
}

/** What a person has gathered in a text; kept in this window until it is tabled, discarded or the window closes. */
export function useGathered(person: string, text: string): Gathered {
  const [changes, setChanges] = useState(() => read(place(person, text)))
  const set = useCallback(
    (next: readonly Change[]) => {
      if (next.length === 0) sessionStorage.removeItem(place(person, text))
      else sessionStorage.setItem(place(person, text), JSON.stringify(next))
      setChanges(next)
    },
    [person, text],
  )
  return useMemo(() => ({ changes, set }), [changes, set])
}
