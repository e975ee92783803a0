import { queryOptions } from '@tanstack/react-query'
import { isRefusal } from '../../schema/refusal.ts'
import type { LinkLook } from '../api/answers.ts'
import { Refused, request } from '../api/request.ts'

/** For whom a link is, without using it. The secret goes in the body: addresses end up in logs. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['link', token],
    queryFn: async ({ signal }): Promise<LinkLook> => {
      const answer = await request<LinkLook>('POST', '/api/sign-in/link/look', {
        body: { token },
        signal,
        repeatable: true,
      })
      if (isRefusal(answer)) throw new Refused(answer)
      return answer
    },
    gcTime: 0,
  })
