import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Hello } from '../../schema/draft/wire.ts'
import { messageType, syncType } from '../../schema/draft/wire.ts'

/**
 * A socket class that says hello before anything else and counts the updates it sends, so that what the
 * server acknowledges can be set against what was sent. `onUpdate` hears the count of each socket's updates.
 */
export function countingSocket(
  hello: () => Hello,
  onUpdate: (sent: number, whole: boolean) => void,
): typeof WebSocket {
  return class extends WebSocket {
    #sent = 0

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('open', () => super.send(helloMessage(hello())))
    }

    override send(data: string | Blob | BufferSource): void {
      super.send(data)
      if (!(data instanceof Uint8Array)) return
      const decoder = decoding.createDecoder(data)
      if (decoding.readVarUint(decoder) !== messageType.sync) return
      const type = decoding.readVarUint(decoder)
      if (type !== syncType.step1) onUpdate(++this.#sent, type === syncType.step2)
    }
  }
}

function helloMessage(hello: Hello): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.hello)
  encoding.writeVarString(encoder, JSON.stringify(hello))
  return encoding.toUint8Array(encoder)
}
