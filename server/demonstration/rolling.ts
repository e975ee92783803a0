import { perform as wouldBe } from '../../schema/imported/perform.ts'
import { understand } from '../../schema/imported/understand.ts'
import type { Actor } from '../../schema/party/role.ts'
import type { Party } from '../../schema/party/party.ts'
import type { Intent } from '../../schema/record/deed.ts'
import { deedSchema } from '../../schema/record/deed.ts'
import type { State } from '../../schema/record/state.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { catalogueLexicon } from '../accounts/lexicon.ts'
import { readImport } from '../imports/read.ts'
import type { ActRecord } from '../record/record.ts'

/** A rolling text as a secretariat circulates it: brackets, names, options and notes typed into it. */
interface RollingText {
  readonly text: string
  readonly negotiation: string
  readonly title: string
  readonly symbol: string
  readonly parties: readonly Party[]
  readonly words: string
}

/**
 * Opens a rolling text as its import would once somebody had looked it over and corrected nothing. Throws
 * RangeError when it cannot be read, or when the record refuses any of it.
 */
export async function openRolling(
  record: ActRecord,
  { text, negotiation, title, symbol, parties, words }: RollingText,
  secretariat: Actor,
  at: string,
): Promise<State> {
  const preview = readImport(`${title}.txt`, new TextEncoder().encode(words))
  if (isRefusal(preview)) throw new RangeError(`cannot be read: ${JSON.stringify(preview)}`)
  const understood = understand(preview.paragraphs, parties, catalogueLexicon())
  const opening = { title, symbol, language: 'en', parties }
  const { refused } = wouldBe(understood, opening, secretariat, at)
  if (refused.length > 0) throw new RangeError(`refused: ${JSON.stringify(refused)}`)
  const open = deedSchema.parse({
    type: 'open',
    ...opening,
    paragraphs: understood.base,
    counts: understood.counts,
  })
  const opened = await record.open(
    { text, negotiation },
    secretariat,
    { key: `${text}-1`, channel: 'typed', deed: open },
    understood.steps.map(({ for: party, deed }, i): Intent => ({
      key: `${text}-${i + 2}`,
      channel: 'imported',
      deed,
      ...(party === undefined ? {} : { for: party }),
    })),
  )
  if (isRefusal(opened)) throw new RangeError(`refused: ${JSON.stringify(opened)}`)
  return (await record.state(text))!
}
