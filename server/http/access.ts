import type { Actor } from '../../schema/party/role.ts'
import { permitRead } from '../../schema/record/rights.ts'
import type { Reading } from '../../schema/record/rights.ts'
import { isRefusal, refuse } from '../../schema/refusal.ts'
import type { Refusal } from '../../schema/refusal.ts'
import type { TextEntry } from '../record/store.ts'
import type { Services } from '../services.ts'

/** Somebody with a seat, and the text they ask for. */
interface TextAccess {
  readonly entry: TextEntry
  readonly actor: Actor
}

/** The person as an actor of a negotiation, if `what` may be read. To strangers it is not found. */
export async function enterNegotiation(
  { memberships }: Services,
  id: string,
  person: string,
  what: Reading,
): Promise<Actor | Refusal> {
  const actor = await memberships.actor(id, person)
  return actor === null ? refuse('not-found') : (permitRead(actor, what) ?? actor)
}

/** The text and the person as an actor of its negotiation. To strangers it is not found. */
export async function enterText(
  services: Services,
  text: string,
  person: string,
): Promise<TextAccess | Refusal> {
  const entry = await services.record.entry(text)
  if (entry === null) return refuse('not-found')
  const actor = await enterNegotiation(services, entry.negotiation, person, { type: 'text' })
  return isRefusal(actor) ? actor : { entry, actor }
}

/** A draft's member, and the draft. To all others it is not found, whoever they are. */
export async function enterDraft(
  services: Services,
  draft: string,
  person: string,
): Promise<TextAccess | Refusal> {
  const row = await services.db
    .selectFrom('draft')
    .select(['text', 'members'])
    .where('id', '=', draft)
    .executeTakeFirst()
  if (!row) return refuse('not-found')
  const access = await enterText(services, row.text, person)
  if (isRefusal(access)) return access
  return permitRead(access.actor, { type: 'draft', members: JSON.parse(row.members) as string[] }) ?? access
}
