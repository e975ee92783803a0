import { createHash } from 'node:crypto'
import { z } from 'zod'
import {
  countsSchema,
  deedSchema,
  intentSchema,
  limits,
  nameSchema,
  paragraphSchema,
} from '../../../schema/record/deed.ts'
import { isRefusal, refuse } from '../../../schema/refusal.ts'
import { newId } from '../../accounts/token.ts'
import type { Services } from '../../services.ts'
import { enterNegotiation, enterText } from '../access.ts'
import { issueOf } from '../issue.ts'
import { created, megabyte, ok, route } from '../route.ts'
import type { Route } from '../route.ts'

const after = z.object({ after: z.coerce.number().int().min(0).default(0) })

/** Acts that a text may come with: those of 2,000 brackets with everybody's positions, and ample room. */
const mostActs = 20_000

/** What the imported text says: done through the channel of that name, in this order. */
const recordedWith = z
  .array(z.strictObject({ for: intentSchema.shape.for, deed: deedSchema }))
  .max(mostActs)
  .default([])

/**
 * The id of the text that a person opens with a key: the same again for the same key, so that opening twice by
 * a double click or after a lost connection makes one text.
 */
const textIdOf = (negotiation: string, person: string, key: string): string =>
  createHash('sha256')
    .update(JSON.stringify([negotiation, person, key]))
    .digest()
    .subarray(0, 12)
    .toString('base64url')

/** Texts and their acts. */
export function textRoutes(services: Services): Route[] {
  const { negotiations, record } = services
  return [
    route({
      method: 'post',
      path: '/negotiations/:id/texts',
      summary:
        'Open a text and record what it came with, all or nothing; the same key again gives the same text',
      bodyLimit: 32 * megabyte,
      body: z.strictObject({
        /** Idempotency key of the whole opening; without one it is not known when it comes again. */
        key: z
          .string()
          .regex(/^[A-Za-z0-9_-]{8,48}$/)
          .default(newId),
        title: nameSchema,
        symbol: nameSchema,
        language: z.string().max(40),
        paragraphs: z.array(paragraphSchema).min(1).max(limits.paragraphs),
        counts: countsSchema.optional(),
        acts: recordedWith,
      }),
      async handle({ session, part, body: { key, acts, ...opening } }) {
        const negotiation = part('id')
        const actor = await enterNegotiation(services, negotiation, session.person.id, { type: 'admin' })
        if (isRefusal(actor)) return actor
        const text = textIdOf(negotiation, session.person.id, key)
        const before = await record.stateAt(text, 1)
        const seated = before ? [...before.parties.values()] : await negotiations.parties(negotiation)
        const parties = seated.filter(({ kind }) => kind !== 'chair')
        const deed = deedSchema.safeParse({ type: 'open', ...opening, parties })
        if (!deed.success) return refuse('malformed', issueOf(deed.error))
        const opened = await record.open(
          { text, negotiation },
          actor,
          { key, channel: 'typed', deed: deed.data },
          acts.map((act, i) => ({ ...act, key: `${key}-${i + 2}`, channel: 'imported' })),
        )
        return isRefusal(opened) ? opened : opened.again ? ok({ id: text }) : created({ id: text })
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
