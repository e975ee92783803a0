import type { Act } from '../../schema/record/act.ts'
import type { Intent } from '../../schema/record/deed.ts'
import type { Change } from '../../schema/proposal/change.ts'
import { PROTOCOL_VERSION } from '../../schema/record/protocol.ts'
import { isRefusal, type Refusal } from '../../schema/refusal.ts'
import type { TextHead } from '../api/answers.ts'
import { type Method, request } from '../api/request.ts'

/** How many people of one delegation (or of the chair, or the secretariat) have the text open. */
export interface Presence {
  readonly code: string
  readonly people: number
}

/** What a draft opened to everyone would change, as last told; empty `changes` when it closed. */
export interface Overlay {
  readonly draft: string
  /** Codes of the parties whose draft it is. */
  readonly owner: readonly string[]
  readonly changes: readonly Change[]
}

/** What the server tells a reader. */
export type Frame =
  | { readonly type: 'acts'; readonly acts: readonly Act[] }
  | { readonly type: 'presence'; readonly delegations: readonly Presence[] }
  | ({ readonly type: 'drafting' } & Overlay)
  | { readonly type: 'closed'; readonly code: string }

/** The line to the server; a test puts its own in place. Functions resolve to a Refusal, and throw only when the server cannot be reached. */
export interface Wire {
  readonly head: (text: string) => Promise<TextHead | Refusal>
  readonly acts: (text: string, after: number) => Promise<readonly Act[] | Refusal>
  readonly post: (text: string, intent: Intent) => Promise<Act | Refusal>
  /** Opens the stream of frames; `ended` is called once, when it closes for whatever reason. */
  readonly stream: (
    text: string,
    after: number,
    heard: (frame: Frame) => void,
    ended: () => void,
  ) => { readonly close: () => void }
}

/** The wire of a browser. */
export const browserWire: Wire = {
  head: (text) => call<TextHead>(`/api/texts/${text}`),
  acts: async (text, after) => {
    const answer = await call<{ acts: readonly Act[] }>(`/api/texts/${text}/acts?after=${after}`)
    return isRefusal(answer) ? answer : answer.acts
  },
  post: async (text, intent) => {
    const answer = await call<{ act: Act }>(`/api/texts/${text}/acts`, 'POST', intent)
    return isRefusal(answer) ? answer : answer.act
  },
  stream: (text, after, heard, ended) => {
    const url = new URL(`/live/${text}?after=${after}&protocol=${PROTOCOL_VERSION}`, location.href)
    url.protocol = url.protocol.replace('http', 'ws')
    const socket = new WebSocket(url)
    socket.onmessage = ({ data }) => heard(JSON.parse(String(data)) as Frame)
    socket.onclose = ended
    return {
      close: () => {
        socket.onmessage = socket.onclose = null
        socket.close()
      },
    }
  },
}

/** Asks the server once; throws when it cannot be reached. */
async function call<T>(path: string, method: Method = 'GET', body?: unknown): Promise<T | Refusal> {
  const answer = await request<T>(method, path, { body, repeatable: false })
  if (isRefusal(answer) && answer.code === 'unavailable') throw new Error('the server cannot be reached')
  return answer
}
