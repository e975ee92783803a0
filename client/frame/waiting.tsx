import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from '../controls/button.tsx'
import { RefusalNotice } from '../controls/notice.tsx'
import { common } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'
import { refusalIn } from '../api/request.ts'

/** The word shown while something is fetched. */
export function Loading() {
  const say = useSay()
  return <output className="loading">{say(common.loading)}</output>
}

/** What a query brought, the refusal in its place with a way to try again, or the word that it is coming. */
export function Fetched<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}) {
  const say = useSay()
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (!query.isError) return <Loading />
  return (
    <RefusalNotice refusal={refusalIn(query.error)}>
      <p>
        <Button onPress={() => void query.refetch()} isPending={query.isFetching}>
          {say(common.retry)}
        </Button>
      </p>
    </RefusalNotice>
  )
}
