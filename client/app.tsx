import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { lazy, Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { Me } from './api/answers.ts'
import { forgetPerson, meQuery } from './api/queries.ts'
import { onSignedOut } from './api/request.ts'
import { ReceiptRegion } from './controls/receipts.tsx'
import { Boundary } from './frame/boundary.tsx'
import { rememberPlace } from './frame/device.ts'
import { Header } from './frame/header.tsx'
import { NotFound } from './frame/not-found.tsx'
import { Fetched, Loading } from './frame/waiting.tsx'
import { common } from './lang/en/common.ts'
import { useSay } from './lang/say.tsx'
import { SignedOut } from './sign-in/signed-out.tsx'

// Each page is fetched when it is opened; a signed-out visitor gets none of them.
const Home = lazy(() => import('./home/home.tsx'))
const Room = lazy(() => import('./room/room.tsx'))
const LinkPage = lazy(() => import('./sign-in/link.tsx'))
const NewNegotiation = lazy(() => import('./desk/new-negotiation.tsx'))
const Desk = lazy(() => import('./desk/desk.tsx'))
const NewText = lazy(() => import('./desk/importing/new-text.tsx'))

/** The whole client: the frame around every page and the page that the address names. */
export function App() {
  const say = useSay()
  const [path] = useLocation()
  const me = useQuery(meQuery)
  useEndOfSession()
  const inText = /^\/n\/[^/]+\/t\//.test(path)
  return (
    <div className={inText ? 'frame frame-text' : 'frame'}>
      <a href="#content" className="skip">
        {say(common.skip)}
      </a>
      <Header me={me.data ?? null} />
      {/* Keyed by path, so that one broken page does not keep the next one from being shown. */}
      <Boundary key={path}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/sign-in/:token">
              {({ token }) => <LinkPage token={token} me={me.data ?? null} />}
            </Route>
            <Route>
              <Fetched query={me}>{(data) => (data ? <Pages me={data} /> : <SignedOut />)}</Fetched>
            </Route>
          </Switch>
        </Suspense>
      </Boundary>
      <ReceiptRegion />
    </div>
  )
}

function Pages({ me }: { readonly me: Me }): ReactNode {
  return (
    <Switch>
      <Route path="/">
        <Home me={me} />
      </Route>
      <Route path="/n/new">
        <NewNegotiation />
      </Route>
      <Route path="/n/:negotiation/t/:text">
        {({ negotiation, text }) => <Room negotiationId={negotiation} textId={text} />}
      </Route>
      <Route path="/n/:negotiation/texts/new">
        {({ negotiation }) => <NewText negotiation={negotiation} />}
      </Route>
      <Route path="/n/:negotiation/:tab?">
        {({ negotiation, tab }) => <Desk negotiation={negotiation} tab={tab ?? 'texts'} />}
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}

/** When the server says that the session has ended, the sign-in page takes the place of what was shown. */
function useEndOfSession(): void {
  const queries = useQueryClient()
  useEffect(
    () =>
      onSignedOut(() => {
        if (!queries.getQueryData(meQuery.queryKey)) return
        rememberPlace(window.location.pathname + window.location.search + window.location.hash)
        forgetPerson(queries)
      }),
    [queries],
  )
}
