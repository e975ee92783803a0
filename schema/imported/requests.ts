import { paragraphKinds, type ParagraphKind } from '../text/token.ts'

/** What a note asks of the paragraph it stands before, as a compilation prints it. */
type NoteRequest =
  | { readonly type: 'join' }
  /** The label of the paragraph it is to stand behind; null for the beginning. */
  | { readonly type: 'place'; readonly after: string | null }
  | { readonly type: 'set'; readonly kind?: ParagraphKind; readonly level?: number }

/** Reads the words of a note, without names; null when it is a remark. */
export function noteRequest(words: string): NoteRequest | null {
  const said = words.trim()
  if (/^join to the paragraph before$/i.test(said)) return { type: 'join' }
  if (/^place at the beginning$/i.test(said)) return { type: 'place', after: null }
  const after = /^place (?:after|behind) (.{1,60})$/i.exec(said)?.[1]
  if (after !== undefined) return { type: 'place', after }
  const made = /^make (?:(\p{L}+)(?:, )?)?(?:level (\d))?$/iu.exec(said)
  if (!made) return null
  const kind = paragraphKinds.find((one) => one === made[1]?.toLowerCase())
  if (made[1] !== undefined && kind === undefined) return null
  const level = made[2] === undefined ? undefined : Number(made[2])
  if ((kind === undefined && level === undefined) || (level ?? 0) > 4) return null
  return { type: 'set', ...(kind ? { kind } : {}), ...(level === undefined ? {} : { level }) }
}
