import { z } from 'zod'
import { nameSchema, partySchema } from '../../../schema/record/deed.ts'
import { permitMembers } from '../../../schema/record/guards.ts'
import { isReserved, permitRead, servesChair } from '../../../schema/record/rights.ts'
import { isRefusal, refuse } from '../../../schema/refusal.ts'
import { newId } from '../../accounts/token.ts'
import type { Services } from '../../services.ts'
import { enterNegotiation } from '../access.ts'
import { catalogue } from '../../accounts/catalogue.ts'
import { catalogueLexicon } from '../../accounts/lexicon.ts'
import { created, ok, route } from '../route.ts'
import type { Route } from '../route.ts'
import type { TextSummary } from '../summary.ts'
import { DamagedRecord } from '../../record/record.ts'
import type { TextEntry } from '../../record/store.ts'

/** Negotiations and the parties named in them. */
export function negotiationRoutes(
  services: Services,
  summary: (entry: TextEntry) => Promise<TextSummary>,
): Route[] {
  const { negotiations, memberships, links, record } = services
  const textsOf = async (id: string) => Promise.all((await record.texts(id)).map(summary))
  return [
    route({
      method: 'get',
      path: '/negotiations',
      summary: 'Negotiations one has a seat in, with their texts',
      async handle({ session }) {
        const seats = await memberships.of(session.person.id)
        return ok(await Promise.all(seats.map(async (seat) => ({ ...seat, texts: await textsOf(seat.id) }))))
      },
    }),
    route({
      method: 'post',
      path: '/negotiations',
      summary: 'Start a negotiation; one keeps the role one has elsewhere',
      body: z.strictObject({ title: nameSchema }),
      async handle({ session, body }) {
        const { id: person } = session.person
        const seats = await memberships.of(person)
        const seat = seats.find(({ role }) => servesChair(role))
        // Whoever runs a negotiation may start another.
        if (!seat) return refuse('not-allowed', { role: seats[0]?.role ?? 'observer', deed: 'create' })
        const { role } = seat
        const id = await negotiations.create(body.title)
        await memberships.put(id, person, { role, delegation: null, speaksFor: [] })
        return created({ id })
      },
    }),
    route({
      method: 'get',
      path: '/negotiations/:id',
      summary: 'One negotiation: parties and texts; for those who run it also members and invitations',
      async handle({ session, part }) {
        const id = part('id')
        const actor = await enterNegotiation(services, id, session.person.id, { type: 'text' })
        if (isRefusal(actor)) return actor
        const { role, delegation, speaksFor } = actor
        const [title, parties, texts] = [
          await negotiations.title(id),
          await negotiations.parties(id),
          await textsOf(id),
        ]
        const open = { id, title, role, delegation, speaksFor, parties, texts }
        if (permitRead(actor, { type: 'admin' })) return ok(open)
        const [members, invitations] = [await memberships.members(id), await links.open(id)]
        return ok({ ...open, members, invitations })
      },
    }),
    route({
      method: 'post',
      path: '/negotiations/:id/parties',
      summary: 'Name a delegation or group, or change one; every open text seats it by an act',
      body: z.strictObject({ party: partySchema }),
      async handle({ session, part, body: { party } }) {
        const id = part('id')
        const actor = await enterNegotiation(services, id, session.person.id, { type: 'admin' })
        if (isRefusal(actor)) return actor
        if (isReserved(party.code)) return refuse('code-taken', { code: party.code })
        const refusal = permitMembers(party, await negotiations.parties(id))
        if (refusal) return refusal
        for (const { id: text } of await record.texts(id)) {
          const intent = { key: newId(), channel: 'typed', deed: { type: 'seat', party } } as const
          const seated = await record.append(text, actor, intent).catch(unlessDamaged)
          if (isRefusal(seated) && seated.code !== 'already-so') return seated
        }
        await negotiations.putParty(id, party)
        return created({ party })
      },
    }),
    route({
      method: 'get',
      path: '/catalogue',
      summary: 'Members of the United Nations, observer States and usual groups',
      handle: async () => ok(catalogue()),
    }),
    route({
      method: 'get',
      path: '/lexicon',
      summary:
        'Names, codes and usual abbreviations of the catalogue as negotiators write them, each with its code',
      handle: async () => ok([...catalogueLexicon()]),
    }),
  ]
}

/** A text whose record does not hold takes no acts; the others do. */
function unlessDamaged(error: unknown): null {
  if (error instanceof DamagedRecord) return null
  throw error
}
