import type { Role } from '../schema/party/role.ts'
import { openRoom, paragraphs } from './server.ts'
import type { Client, Room } from './server.ts'

/** The roles, in the order of the tables of rights. */
export const askers = ['facilitator', 'secretariat', 'head', 'delegate', 'observer', 'stakeholder'] as const

/** A running server with somebody of each role in it. */
export class Askers {
  readonly room: Room
  readonly #clients = new Map<Role, Client>()
  #count = 0

  private constructor(room: Room) {
    this.room = room
  }

  static async open(): Promise<Askers> {
    const here = new Askers(await openRoom())
    const delegations: Partial<Record<Role, string>> = { head: 'NO', delegate: 'NO', stakeholder: 'IRC' }
    for (const role of askers)
      here.#clients.set(
        role,
        await here.room.enter(role, delegations[role] ?? null, role === 'head' ? ['G'] : []),
      )
    return here
  }

  as(role: Role): Client {
    return this.#clients.get(role)!
  }

  /** A key no act has had. */
  key(): string {
    return `key-${String(this.#count++).padStart(8, '0')}`
  }

  /** A text of its own for one case, so that no case depends on another. */
  async newText(): Promise<string> {
    const path = `/api/negotiations/${this.room.negotiation}/texts`
    const body = { key: this.key(), title: 'Text', symbol: this.key(), language: 'en', paragraphs }
    return (await this.as('facilitator').send('POST', path, body)).json.id
  }
}
