import { expect } from 'vitest'
import * as Y from 'yjs'
import { openRoom } from '../server.ts'
import type { Client, Room } from '../server.ts'
import { Device } from './device.ts'

type Rest = ConstructorParameters<typeof Device> extends [Room, Client, string, ...infer R] ? R : never

/** A running server with people who draft: two of Norway, one of Tuvalu, the chair and an observer. */
export class Desks {
  readonly room: Room
  readonly facilitator: Client
  readonly norway: Client
  readonly colleague: Client
  readonly tuvalu: Client
  readonly observer: Client
  readonly #devices: Device[] = []
  #count = 0

  private constructor(room: Room, [facilitator, norway, colleague, tuvalu, observer]: Client[]) {
    this.room = room
    this.facilitator = facilitator!
    this.norway = norway!
    this.colleague = colleague!
    this.tuvalu = tuvalu!
    this.observer = observer!
  }

  static async open(): Promise<Desks> {
    const room = await openRoom()
    const people: Client[] = []
    for (const [role, delegation] of [
      ['facilitator'],
      ['head', 'NO'],
      ['delegate', 'NO'],
      ['delegate', 'TV'],
      ['observer'],
    ] as const)
      people.push(await room.enter(role, delegation))
    return new Desks(room, people)
  }

  async close(): Promise<void> {
    for (const device of this.#devices) device.close()
    await this.room.close()
  }

  /** The standing draft of a person's delegation, or the one it shares with `members`. */
  async draftOf(client: Client, members?: string[]): Promise<string> {
    const answer = await client.send(
      'POST',
      `/api/texts/${this.room.text}/drafts`,
      members ? { members } : {},
    )
    expect(answer.status).toBe(201)
    return String(answer.json.id)
  }

  /** Norway's draft, begun anew. */
  async freshDraft(): Promise<string> {
    await this.norway.send('DELETE', `/api/drafts/${await this.draftOf(this.norway)}`)
    return this.draftOf(this.norway)
  }

  device(client: Client, draft: string, ...rest: Rest): Device {
    const device = new Device(this.room, client, draft, ...rest)
    this.#devices.push(device)
    return device
  }

  act(client: Client, deed: object): Promise<{ status: number; json: { act: { n: number } } }> {
    const key = `draft-act-${this.#count++}`
    return client.send('POST', `/api/texts/${this.room.text}/acts`, { key, channel: 'typed', deed })
  }

  rowsOf(draft: string) {
    return this.room.server.services.db
      .selectFrom('draft_update')
      .selectAll()
      .where('draft', '=', draft)
      .orderBy('seq')
      .execute()
  }

  /** The draft as its file has it. */
  async onDisk(draft: string): Promise<Y.Doc> {
    const doc = new Y.Doc()
    for (const { bytes } of await this.rowsOf(draft)) Y.applyUpdate(doc, new Uint8Array(bytes))
    return doc
  }
}
