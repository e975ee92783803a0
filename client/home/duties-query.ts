import { queryOptions } from '@tanstack/react-query'
import { isRefusal } from '../../schema/refusal.ts'
import type { Actor } from '../../schema/party/role.ts'
import type { State } from '../../schema/record/state.ts'
import { actsAfter } from '../api/acts.ts'
import { Refused } from '../api/request.ts'
import type { Duty } from './duties.ts'

/**
 * What awaits a person in a text, worked out here from its record. The folding comes with the first record,
 * not with the page; asked again, only new acts are fetched.
 */
export const dutiesQuery = (text: string, actor: Actor) =>
  queryOptions({
    queryKey: ['duties', text, actor],
    queryFn: async ({ client, signal }): Promise<readonly Duty[]> => {
      const place = ['record', text]
      const known = client.getQueryData<State>(place) ?? null
      const [{ replay }, { dutiesOf }, acts] = await Promise.all([
        import('../../schema/record/apply.ts'),
        import('./duties.ts'),
        actsAfter(text, known?.n ?? 0, signal),
      ])
      if (isRefusal(acts)) throw new Refused(acts)
      const state = replay(acts, known)
      client.setQueryData(place, state)
      return dutiesOf(state, actor)
    },
  })
