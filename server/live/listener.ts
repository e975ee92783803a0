import type { WebSocket } from 'ws'
import type { ActRecord } from '../record/record.ts'
import type { StoredAct } from '../record/store.ts'
import { encodeActs } from './frame.ts'

/** Acts in one frame while somebody catches up. */
const batch = 500
/** Bytes that may wait for a reader; beyond, the line is too slow and is dropped, to catch up anew. */
const maxWaitingBytes = 8 * 1024 * 1024
/** WebSocket close code: try again later. */
const tooSlow = 1013

/**
 * One socket that follows a text. It reads the acts after `after` from the record until none is left, and
 * from then on gets each act as it is recorded. Either way acts go out in order of number, each once.
 */
export class Listener {
  readonly socket: WebSocket
  readonly #record: ActRecord
  readonly #text: string
  #sent: number
  #reading = false
  #behind = false

  constructor(socket: WebSocket, record: ActRecord, text: string, after: number) {
    this.socket = socket
    this.#record = record
    this.#text = text
    this.#sent = after
  }

  /** Reads on from the record until nothing is left. Resolves early when the socket closes. */
  async catchUp(): Promise<void> {
    this.#behind = true
    if (this.#reading) return
    this.#reading = true
    try {
      while (this.#behind && this.#open) {
        this.#behind = false
        const lines = await this.#record.lines(this.#text, this.#sent, batch)
        if (lines.length === 0) continue
        this.#sent += lines.length
        this.#behind = true
        await this.#drained(encodeActs(lines))
      }
    } finally {
      this.#reading = false
    }
  }

  /** Passes on an act just recorded; `frame` holds that act alone. False when the record must be read first. */
  pass({ act }: StoredAct, frame: Buffer): boolean {
    if (act.n <= this.#sent) return true
    if (this.#reading || act.n !== this.#sent + 1) return false
    this.#sent = act.n
    this.send(frame)
    return true
  }

  /** Sends without waiting; closes the socket when too much waits already. */
  send(frame: Buffer): void {
    if (!this.#open) return
    if (this.socket.bufferedAmount > maxWaitingBytes) {
      this.socket.close(tooSlow, 'too slow: reconnect to catch up')
      return
    }
    this.socket.send(frame, { binary: false })
  }

  get #open(): boolean {
    return this.socket.readyState === this.socket.OPEN
  }

  #drained(frame: Buffer): Promise<void> {
    return new Promise((resolve) => this.socket.send(frame, { binary: false }, () => resolve()))
  }
}
