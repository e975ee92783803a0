import { z } from 'zod'
import { deedSchema, intentSchema, limits, nameSchema, paragraphSchema } from '../../../schema/record/deed.ts'
import { isRefusal, refuse } from '../../../schema/refusal.ts'
import { newId } from '../../accounts/token.ts'
import type { Services } from '../../services.ts'
import { enterNegotiation, enterText } from '../access.ts'
import { issueOf } from '../issue.ts'
import { created, megabyte, ok, route } from '../route.ts'
import type { Route } from '../route.ts'

const after = z.object({ after: z.coerce.number().int().min(0).default(0) })

/** Texts and their acts. */
export function textRoutes(services: Services): Route[] {
  const { negotiations, record } = services
  return [
    route({
      method: 'post',
      path: '/negotiations/:id/texts',
      summary: 'Open a text: act 1 of its record',
      bodyLimit: 32 * megabyte,
      body: z.strictObject({
        title: nameSchema,
        symbol: nameSchema,
        language: z.string().max(40),
        paragraphs: z.array(paragraphSchema).min(1).max(limits.paragraphs),
      }),
      async handle({ session, part, body }) {
        const negotiation = part('id')
        const actor = await enterNegotiation(services, negotiation, session.person.id, { type: 'admin' })
        if (isRefusal(actor)) return actor
        const parties = await negotiations.parties(negotiation)
        const deed = deedSchema.safeParse({ type: 'open', ...body, parties })
        if (!deed.success) return refuse('malformed', issueOf(deed.error))
        const text = newId()
        const intent = { key: newId(), channel: 'typed', deed: deed.data } as const
        const opened = await record.open({ text, negotiation }, actor, intent)
        return isRefusal(opened) ? opened : created({ id: text })
      },
    }),
    route({
      method: 'get',
      path: '/texts/:text',
      summary: 'One text, its newest act and what one may be there',
      async handle({ session, part }) {
        const access = await enterText(services, part('text'), session.person.id)
        if (isRefusal(access)) return access
        const { id, negotiation, title } = access.entry
        const state = await record.state(id)
        if (state === null) return refuse('not-found')
        return ok({ id, negotiation, title, symbol: state.symbol, n: state.n, me: access.actor })
      },
    }),
    route({
      method: 'get',
      path: '/texts/:text/acts',
      summary: 'Acts numbered above `after`',
      query: after,
      async handle({ session, part, query }) {
        const access = await enterText(services, part('text'), session.person.id)
        if (isRefusal(access)) return access
        const lines = await record.lines(access.entry.id, query.after)
        return { status: 200, json: `{"acts":[${lines.join(',')}]}` }
      },
    }),
    route({
      method: 'post',
      path: '/texts/:text/acts',
      summary: 'Do something: on disk and numbered when answered; the same key again gives the same act',
      bodyLimit: 8 * megabyte,
      body: intentSchema,
      async handle({ session, part, body }) {
        const access = await enterText(services, part('text'), session.person.id)
        if (isRefusal(access)) return access
        const recorded = await record.append(access.entry.id, access.actor, body)
        if (isRefusal(recorded)) return recorded
        return { status: recorded.again ? 200 : 201, json: `{"act":${recorded.json}}` }
      },
    }),
  ]
}
