import { z } from 'zod'
import { roles } from '../../../schema/party/role.ts'
import type { Actor, Role } from '../../../schema/party/role.ts'
import { limits, nameSchema } from '../../../schema/record/deed.ts'
import { servesChair } from '../../../schema/record/rights.ts'
import { isRefusal, refuse } from '../../../schema/refusal.ts'
import type { Refusal } from '../../../schema/refusal.ts'
import type { Seat } from '../../accounts/membership.ts'
import type { Services } from '../../services.ts'
import { enterNegotiation } from '../access.ts'
import { created, done, ok, route } from '../route.ts'
import type { Route } from '../route.ts'

const code = z.string().max(limits.code)
const seatBody = {
  role: z.enum(roles),
  delegation: code.nullable().default(null),
  speaksFor: z.array(code).max(50).default([]),
}
const changeBody = z.strictObject({
  role: z.enum(roles).optional(),
  delegation: code.nullable().optional(),
  speaksFor: z.array(code).max(50).optional(),
})

/** Who takes part in a negotiation, and as what. */
export function memberRoutes(services: Services): Route[] {
  const { memberships, links } = services
  return [
    route({
      method: 'post',
      path: '/negotiations/:id/invitations',
      summary: 'Make a one-use link that gives its first user a seat',
      body: z.strictObject({
        name: nameSchema,
        email: z.email().max(limits.name).toLowerCase().nullish(),
        ...seatBody,
      }),
      async handle({ session, part, headers, body: { name, email, ...seat } }) {
        const id = part('id')
        const admin = await enterNegotiation(services, id, session.person.id, { type: 'admin' })
        const refusal = isRefusal(admin) ? admin : await permitSeat(services, id, seat)
        if (refusal) return refusal
        const link = await links.invite(id, { name, email: email ?? null }, seat)
        // The address under which the asker's own browser reaches the server; it has been checked to be ours.
        const url = `${headers.get('origin') ?? services.url}/sign-in/${link.token}`
        return created({ id: link.id, url, expires: link.expires })
      },
    }),
    route({
      method: 'delete',
      path: '/invitations/:invitation',
      summary: 'Revoke an invitation that has not been used',
      async handle({ session, part }) {
        const negotiation = await links.negotiationOf(part('invitation'))
        if (negotiation === null) return refuse('not-found')
        const admin = await enterNegotiation(services, negotiation, session.person.id, { type: 'admin' })
        if (isRefusal(admin)) return admin
        await links.revoke(part('invitation'))
        return done
      },
    }),
    route({
      method: 'patch',
      path: '/negotiations/:id/members/:person',
      summary: 'Change what somebody may be',
      body: changeBody,
      async handle({ session, part, body }) {
        const [id, person] = [part('id'), part('person')]
        const found = await memberOf(services, id, session.person.id, person)
        if (isRefusal(found)) return found
        const seat: Seat = {
          role: body.role ?? found.role,
          delegation: body.delegation === undefined ? found.delegation : body.delegation,
          speaksFor: body.speaksFor ?? found.speaksFor,
        }
        const refusal =
          (await permitSeat(services, id, seat)) ?? (await keepsAChair(services, id, person, seat.role))
        if (refusal) return refusal
        await memberships.put(id, person, seat)
        return ok({ person, ...seat })
      },
    }),
    route({
      method: 'delete',
      path: '/negotiations/:id/members/:person',
      summary: 'Take somebody’s seat away; their connections to its texts are closed',
      async handle({ session, part }) {
        const [id, person] = [part('id'), part('person')]
        const found = await memberOf(services, id, session.person.id, person)
        if (isRefusal(found)) return found
        const refusal = await keepsAChair(services, id, person, null)
        if (refusal) return refusal
        await memberships.remove(id, person)
        return done
      },
    }),
  ]
}

async function memberOf(
  services: Services,
  id: string,
  asking: string,
  person: string,
): Promise<Actor | Refusal> {
  const admin = await enterNegotiation(services, id, asking, { type: 'admin' })
  if (isRefusal(admin)) return admin
  return (await services.memberships.actor(id, person)) ?? refuse('not-found')
}

/** Delegates sit for a delegation of the negotiation, those who run it for none; groups must be known. */
async function permitSeat({ negotiations }: Services, id: string, seat: Seat): Promise<Refusal | null> {
  const known = new Set((await negotiations.parties(id)).map(({ code: party }) => party))
  const { role, delegation, speaksFor } = seat
  if (servesChair(role) && (delegation !== null || speaksFor.length > 0))
    return refuse('malformed', { where: 'delegation', what: `none for ${role}` })
  if ((role === 'head' || role === 'delegate') && delegation === null)
    return refuse('malformed', { where: 'delegation', what: `needed for ${role}` })
  const stranger = [...(delegation === null ? [] : [delegation]), ...speaksFor].find((p) => !known.has(p))
  return stranger === undefined ? null : refuse('unknown-party', { party: stranger })
}

/** Without anybody to run it a negotiation would be out of reach for good. */
async function keepsAChair(
  { memberships }: Services,
  id: string,
  person: string,
  role: Role | null,
): Promise<Refusal | null> {
  if (role !== null && servesChair(role)) return null
  const members = await memberships.members(id)
  return members.some((member) => member.person !== person && servesChair(member.role))
    ? null
    : refuse('not-allowed', { role: role ?? 'none', deed: 'leave' })
}
