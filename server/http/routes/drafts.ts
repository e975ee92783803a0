import { z } from 'zod'
import { limits } from '../../../schema/record/deed.ts'
import { permitRead } from '../../../schema/record/rights.ts'
import { isRefusal } from '../../../schema/refusal.ts'
import type { Rooms } from '../../drafts/rooms.ts'
import type { Services } from '../../services.ts'
import { enterDraft, enterText } from '../access.ts'
import { created, done, ok, route } from '../route.ts'
import type { Route } from '../route.ts'

const members = z.array(z.string().max(limits.code)).min(1).max(limits.list)

/** Drafts, for those whose drafts they are. */
export function draftRoutes(services: Services, rooms: Rooms): Route[] {
  return [
    route({
      method: 'get',
      path: '/texts/:text/drafts',
      summary: 'Drafts one is a member of',
      async handle({ session, part }) {
        const access = await enterText(services, part('text'), session.person.id)
        if (isRefusal(access)) return access
        // Whoever may not draft has none, which is no fault of theirs.
        if (permitRead(access.actor, { type: 'drafting' })) return ok([])
        const drafts = await rooms.list(access.entry.id, access.actor)
        return isRefusal(drafts) ? drafts : ok(drafts)
      },
    }),
    route({
      method: 'post',
      path: '/texts/:text/drafts',
      summary: 'Start a draft of one’s delegation, or of several',
      body: z.strictObject({ members: members.optional() }),
      async handle({ session, part, body }) {
        const access = await enterText(services, part('text'), session.person.id)
        if (isRefusal(access)) return access
        const refusal = permitRead(access.actor, { type: 'drafting' })
        if (refusal) return refusal
        const draft = await rooms.create(access.entry.id, access.actor, body.members)
        return isRefusal(draft) ? draft : created(draft)
      },
    }),
    route({
      method: 'patch',
      path: '/drafts/:draft',
      summary: 'Open a draft to everyone, or close it again',
      body: z.strictObject({ open: z.boolean() }),
      async handle({ session, part, body }) {
        const access = await enterDraft(services, part('draft'), session.person.id)
        if (isRefusal(access)) return access
        const draft = await rooms.setOpen(part('draft'), access.actor, body.open)
        return isRefusal(draft) ? draft : ok(draft)
      },
    }),
    route({
      method: 'post',
      path: '/drafts/:draft/basis',
      summary: 'Build a draft on the open proposals it amends',
      body: z.strictObject({
        amend: z.array(z.int().min(1)).max(limits.list),
        leave: z.array(z.int().min(1)).max(limits.list).optional(),
      }),
      async handle({ session, part, body }) {
        const access = await enterDraft(services, part('draft'), session.person.id)
        if (isRefusal(access)) return access
        const draft = await rooms.rebase(part('draft'), access.actor, body.amend, body.leave)
        return isRefusal(draft) ? draft : ok(draft)
      },
    }),
    route({
      method: 'delete',
      path: '/drafts/:draft',
      summary: 'Throw a draft away',
      async handle({ session, part }) {
        const access = await enterDraft(services, part('draft'), session.person.id)
        if (isRefusal(access)) return access
        const gone = await rooms.remove(part('draft'), access.actor)
        return isRefusal(gone) ? gone : done
      },
    }),
  ]
}
