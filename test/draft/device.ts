import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { deltaToParagraphs } from '../../schema/draft/delta.ts'
import type { Delta } from '../../schema/draft/delta.ts'
import { draftVersion, messageType } from '../../schema/draft/wire.ts'
import type { Hello } from '../../schema/draft/wire.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import type { Refusal } from '../../schema/refusal.ts'
import type { Client, Room } from '../server.ts'

/** A colleague's device with a draft open, over the wire. */
export class Device {
  readonly ydoc = new Y.Doc()
  readonly provider: WebsocketProvider
  readonly refusals: Refusal[] = []
  /** Bytes and messages that came over this device's sockets. */
  bytes = 0
  saved = 0
  sent = 0
  closed: number | null = null

  constructor(room: Room, client: Client, draft: string, hello: Partial<Hello> = {}, connect = true) {
    if (hello.clients?.[0] !== undefined) this.ydoc.clientID = hello.clients[0]
    // The provider makes its own sockets, and they must tell this device.
    // eslint-disable-next-line typescript/no-this-alias
    const device = this
    class Socket extends WebSocket {
      constructor(url: string) {
        super(url, { headers: { origin: room.server.url, cookie: client.cookie } })
        this.on('open', () => super.send(helloMessage(device.ydoc.clientID, hello)))
        this.on('message', (data: ArrayBuffer) => (device.bytes += data.byteLength))
        this.on('close', (code) => (device.closed = code))
      }

      override send(data: Uint8Array): void {
        if (data[0] === messageType.sync && data[1] !== 0) device.sent++
        super.send(data)
      }
    }
    this.provider = new WebsocketProvider(
      room.server.url.replace('http', 'ws') + '/drafts',
      draft,
      this.ydoc,
      {
        connect,
        disableBc: true,
        WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
      },
    )
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') this.saved = this.sent = 0
    })
    this.provider.messageHandlers[messageType.saved] = (_encoder, decoder) => {
      this.saved = decoding.readVarUint(decoder)
    }
    this.provider.messageHandlers[messageType.refused] = (_encoder, decoder) => {
      this.refusals.push(JSON.parse(decoding.readVarString(decoder)) as Refusal)
    }
  }

  get text(): Y.Text {
    return this.ydoc.getText('text')
  }

  paragraphs(): Paragraph[] {
    return deltaToParagraphs(this.text.toDelta() as Delta)
  }

  lines(): string[] {
    return this.paragraphs().map(({ content }) =>
      content.map((run) => ('text' in run ? run.text : '*')).join(''),
    )
  }

  /** Waits until it has the draft and the server has all of it on disk. */
  async settled(): Promise<this> {
    await until(() => this.provider.synced && this.sent > 0 && this.saved === this.sent)
    return this
  }

  /** Sends a message as it is. */
  raw(bytes: Uint8Array): void {
    this.provider.ws?.send(bytes as Uint8Array<ArrayBuffer>)
  }

  close(): void {
    this.provider.destroy()
  }
}

function helloMessage(
  client: number,
  { version = draftVersion, clients = [client] }: Partial<Hello>,
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.hello)
  encoding.writeVarString(encoder, JSON.stringify({ version, clients }))
  return encoding.toUint8Array(encoder)
}

/** Waits until something is so; throws after five seconds. */
export async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 5_000; !condition();) {
    if (Date.now() > end) throw new Error(`waited in vain until ${String(condition)}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
