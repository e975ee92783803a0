import { queryOptions } from '@tanstack/react-query'
import { isRefusal } from '../../schema/refusal.ts'
import type { State } from '../../schema/record/state.ts'
import { actsAfter } from '../api/acts.ts'
import { Refused } from '../api/request.ts'

/** A text's state, folded here from its record; asked again, it fetches only what is new. */
export const recordQuery = (text: string) => {
  const queryKey = ['record', text] as const
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }): Promise<State> => {
      const known = client.getQueryData<State>(queryKey) ?? null
      const [{ replay }, acts] = await Promise.all([
        import('../../schema/record/apply.ts'),
        actsAfter(text, known?.n ?? 0, signal),
      ])
      if (isRefusal(acts)) throw new Refused(acts)
      return replay(acts, known)
    },
    // Maps and sets are beyond what the cache can compare part by part.
    structuralSharing: false,
  })
}
