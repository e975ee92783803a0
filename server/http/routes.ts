import type { Services } from '../services.ts'
import type { Rooms } from '../drafts/rooms.ts'
import { openApi } from './openapi.ts'
import { ok, route } from './route.ts'
import type { Route } from './route.ts'
import { draftRoutes } from './routes/drafts.ts'
import { fileRoutes } from './routes/files.ts'
import { memberRoutes } from './routes/members.ts'
import { negotiationRoutes } from './routes/negotiations.ts'
import { personRoutes } from './routes/me.ts'
import { textRoutes } from './routes/texts.ts'
import { createSummaries } from './summary.ts'

/** Every route of the server. `onSignOut` is told each session that ends. */
export function allRoutes(
  services: Services,
  rooms: Rooms,
  onSignOut: (session: string) => void,
): readonly Route[] {
  const routes: Route[] = [
    ...personRoutes(services, onSignOut),
    ...negotiationRoutes(services, createSummaries(services.record)),
    ...memberRoutes(services),
    ...textRoutes(services),
    ...fileRoutes(services),
    ...draftRoutes(services, rooms),
    route({
      method: 'get',
      path: '/openapi.json',
      summary: 'This table',
      handle: async () => ok(openApi(routes)),
    }),
  ]
  return routes
}
