import { useEffect, useState } from 'react'
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts'
import { giveReceipt } from '../../controls/receipts.tsx'
import { type DraftConnection, openDraft } from '../../draft/connection.ts'
import { amendInDraft, type Draft, draftWith, whyNot } from './drafts.ts'

/** A draft that is open on this device, its words there. */
interface OpenDraft {
  readonly entry: Draft
  readonly connection: DraftConnection
}

const place = (person: string, text: string, members: readonly string[]) =>
  `adref.draft.${person}.${text}.${members.join('.')}`

/** The draft one had open last, for opening it from this device while the server is away. */
function remembered(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null
  } catch {
    return null
  }
}

/**
 * Opens the draft of one's own seat and `members`, with the proposals `amend` in it to be changed, for as
 * long as the component is there. Null while it opens.
 */
export function useDraft(
  text: string,
  person: string,
  members: readonly string[],
  amend: readonly number[],
): OpenDraft | Refusal | null {
  const [found, setFound] = useState<OpenDraft | Refusal | null>(null)
  const shared = members.join(' ')
  const amended = amend.join(' ')
  useEffect(() => {
    let gone = false
    let connection: DraftConnection | undefined
    const open = async () => {
      const codes = shared === '' ? [] : shared.split(' ')
      const key = place(person, text, codes)
      const answer = await draftWith(text, codes)
      const away = isRefusal(answer) && answer.code === 'unavailable'
      const entry = away ? (remembered(key) ?? answer) : answer
      if (isRefusal(entry)) return entry
      localStorage.setItem(key, JSON.stringify(entry))
      if (amended !== '') {
        const built = await amendInDraft(entry.id, amended.split(' ').map(Number))
        if (isRefusal(built)) giveReceipt(built)
      }
      const url = new URL('/drafts', location.href)
      url.protocol = url.protocol.replace('http', 'ws')
      connection = openDraft({ url: url.href, draft: entry.id, person, why: whyNot })
      await connection.ready
      return { entry, connection }
    }
    open().then(
      (opened) => {
        if (gone) connection?.close()
        else setFound(opened)
      },
      () => setFound(refuse('unavailable')),
    )
    return () => {
      gone = true
      connection?.close()
      setFound(null)
    }
  }, [text, person, shared, amended])
  return found
}
