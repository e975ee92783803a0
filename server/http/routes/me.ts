import { z } from 'zod'
import { refuse } from '../../../schema/refusal.ts'
import type { Services } from '../../services.ts'
import { done, ok, route } from '../route.ts'
import type { Route } from '../route.ts'

/** Signing in and out, and who one is. `onSignOut` is told the session that ends. */
export function personRoutes(services: Services, onSignOut: (session: string) => void): Route[] {
  const { sessions, links, memberships } = services
  return [
    route({
      method: 'post',
      path: '/sign-in/link',
      summary: 'Use a one-use link, and be signed in as the person it leads to',
      open: true,
      body: z.strictObject({ token: z.string().max(100) }),
      async handle({ body, headers }) {
        const { session } = await sessions.find(headers)
        const person = await links.use(body.token, session?.person ?? null)
        if (person === null) return refuse('not-found', { what: 'link' })
        if (session && session.person.id !== person) {
          onSignOut(session.id)
          await sessions.end(headers)
        }
        return { status: 200, body: {}, setCookie: await sessions.begin(person, headers) }
      },
    }),
    route({
      method: 'post',
      path: '/sign-in/link/look',
      summary: 'For whom a link is, without using it',
      open: true,
      body: z.strictObject({ token: z.string().max(100) }),
      async handle({ body }) {
        const look = await links.look(body.token)
        // A refusal, so that guesses are counted and held back.
        return look.state === 'unknown' ? refuse('not-found', { what: 'link' }) : ok(look)
      },
    }),
    route({
      method: 'post',
      path: '/sign-out',
      summary: 'End this session',
      async handle({ session, headers }) {
        onSignOut(session.id)
        return { ...done, setCookie: await sessions.end(headers) }
      },
    }),
    route({
      method: 'get',
      path: '/me',
      summary: 'Who is signed in, and their seats',
      async handle({ session }) {
        return ok({ person: session.person, negotiations: await memberships.of(session.person.id) })
      },
    }),
  ]
}
