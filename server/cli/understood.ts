import { understand } from '../../schema/imported/understand.ts'
import type { KeptReason, Step, WrittenParagraph } from '../../schema/imported/written.ts'
import type { Party } from '../../schema/party/party.ts'
import { partySchema } from '../../schema/record/deed.ts'
import { isReserved } from '../../schema/record/rights.ts'
import type { Count } from '../../schema/text/numbering.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { catalogue } from '../accounts/catalogue.ts'
import { catalogueLexicon } from '../accounts/lexicon.ts'

/** A text with what its brackets say, and those who say it. */
interface UnderstoodText {
  readonly base: readonly Paragraph[]
  readonly counts: readonly Count[]
  readonly parties: readonly Party[]
  readonly steps: readonly Step[]
  /** Why some of it was kept otherwise than it is written, once for each. */
  readonly kept: readonly KeptReason[]
}

/**
 * Understands a written text where nobody is seated: all it names are, each under the first name it is
 * written by, so that this is what is printed again.
 */
export function understoodText(written: readonly WrittenParagraph[]): UnderstoodText {
  const lexicon = catalogueLexicon()
  const entries = new Map(catalogue().map((entry) => [entry.code, entry]))
  const parties = new Map<string, Party>()
  const names: Record<string, string | null> = {}
  for (const { text } of understand(written, [], lexicon).names) {
    const code = lexicon.get(text.replace(/[\s\u00a0]+/g, ' ').replace(/'/g, '’')) ?? text
    const known = entries.get(code)
    // "Iran (Islamic Republic of)" is no code that a party may have.
    const party = [text, code]
      .map((own) =>
        partySchema.safeParse({ code: own, name: known?.name ?? text, kind: known?.kind ?? 'state' }),
      )
      .find(({ success }) => success)
    if (!parties.has(code) && party?.success && !isReserved(text) && !isReserved(code))
      parties.set(code, party.data)
    names[text] = parties.get(code)?.code ?? null
  }
  const seated = [...parties.values()]
  const { base, counts, steps, kept } = understand(written, seated, lexicon, { brackets: {}, names })
  return { base, counts, parties: seated, steps, kept: kept.map(({ why }) => why) }
}
