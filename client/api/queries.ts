import type { QueryClient } from '@tanstack/react-query'
import { queryOptions } from '@tanstack/react-query'
import { isRefusal } from '../../schema/refusal.ts'
import type { CatalogueEntry, Me, Negotiation, NegotiationRow, TextHead } from './answers.ts'
import { read, Refused, request } from './request.ts'

/** The signed-in person, or null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    const answer = await request<Me>('GET', '/api/me', { signal })
    if (!isRefusal(answer)) return answer
    if (answer.code === 'signed-out') return null
    throw new Refused(answer)
  },
  staleTime: 60_000,
})

/** Negotiations one takes part in, with their texts. */
export const negotiationsQuery = queryOptions({
  queryKey: ['negotiations'],
  queryFn: ({ signal }) => read<readonly NegotiationRow[]>('/api/negotiations', signal),
})

/** One negotiation: parties, texts, and for those who manage it people and invitations. */
export const negotiationQuery = (id: string) =>
  queryOptions({
    queryKey: ['negotiations', id],
    queryFn: ({ signal }) => read<Negotiation>(`/api/negotiations/${encodeURIComponent(id)}`, signal),
  })

/** UN Members and observers, for picking parties. */
export const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  queryFn: ({ signal }) => read<readonly CatalogueEntry[]>('/api/catalogue', signal),
  staleTime: Infinity,
})

/** How negotiators write the delegations of the catalogue: name or abbreviation, and the code it means. */
export const lexiconQuery = queryOptions({
  queryKey: ['lexicon'],
  queryFn: ({ signal }) => read<readonly (readonly [string, string])[]>('/api/lexicon', signal),
  staleTime: Infinity,
})

/** Title, symbol and one's own part in a text. */
export const textQuery = (id: string) =>
  queryOptions({
    queryKey: ['texts', id],
    queryFn: ({ signal }) => read<TextHead>(`/api/texts/${encodeURIComponent(id)}`, signal),
  })

/**
 * Forgets what was read as one person, before another signs in or nobody does. `me` itself is replaced, not
 * removed: the page that shows it would not hear of a query made anew.
 */
export function forgetPerson(queries: QueryClient): void {
  queries.setQueryData(meQuery.queryKey, null)
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] })
}
