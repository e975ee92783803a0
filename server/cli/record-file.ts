import { z } from 'zod'
import { roles } from '../../schema/party/role.ts'
import type { Act } from '../../schema/record/act.ts'
import { courseFrom } from '../../schema/record/apply.ts'
import { firstPrev, seal, verify } from '../../schema/record/chain.ts'
import { deedSchema, intentSchema } from '../../schema/record/deed.ts'
import type { State } from '../../schema/record/state.ts'
import type { KeptReason } from '../../schema/imported/written.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { plainText } from '../../schema/text/token.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { readImport } from '../imports/read.ts'
import { countsOf } from '../../schema/imported/counts.ts'
import { understoodText } from './understood.ts'
import { type Fault, type GivenFile, isFault, refusalFault } from './fault.ts'

/** The record of one text: its acts, and the state they lead to. */
export interface RecordFile {
  readonly acts: readonly Act[]
  readonly state: State
  /** Why some of a text in brackets was kept otherwise than it is written, once for each. */
  readonly kept: readonly KeptReason[]
  /** Of a text that was not understood, the numbers as they are written, by paragraph; bullets are none. */
  readonly written: ReadonlyMap<string, string>
}

/**
 * The record in a file: of .json its acts, checked one by one; of a text file or document the act that opens
 * the text and, where it is `understood`, what its brackets say, sealed at `at` (ISO 8601 in UTC).
 */
export function readRecord(
  path: string,
  file: GivenFile,
  at: string,
  understood: boolean,
): RecordFile | Fault {
  const opened = file.ending === '.json' ? actsIn(path, file.bytes) : opening(path, file, at, understood)
  if (isFault(opened)) return opened
  const { acts } = opened
  const course = courseFrom(null)
  for (const act of acts) {
    const refusal = course.apply(act)
    if (refusal) return { fault: `${path} cannot be read: act ${act.n} is not permitted (${refusal.code}).` }
  }
  return { ...opened, state: course.state! }
}

type Opened = Omit<RecordFile, 'state'>

function actsIn(path: string, bytes: Uint8Array): Opened | Fault {
  const notActs = { fault: `${path} cannot be read: it is not a list of acts of one text.` }
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return { fault: `${path} cannot be read: it is not JSON.` }
  }
  if (!Array.isArray(read) || read.length === 0 || !read.every(isAct)) return notActs
  const verdict = verify(read)
  return verdict.ok
    ? { acts: read, kept: [], written: new Map() }
    : { fault: `${path} does not hold: act ${verdict.n} was ${verbs[verdict.what]}.` }
}

const verbs = { altered: 'altered', missing: 'removed', reordered: 'reordered' } as const

/** Enough of an act for its chain to be recomputed and its deed to be judged, by whoever made the chain. */
const isAct = (value: unknown): value is Act => actSchema.safeParse(value).success

const party = z.string().nullable()
const actSchema = z.object({
  text: z.string(),
  n: z.int(),
  at: z.string(),
  by: z.object({
    person: z.string(),
    name: z.string(),
    role: z.enum(roles),
    delegation: party,
    speaksFor: z.array(z.string()),
  }),
  for: party,
  onBehalfOf: party,
  channel: intentSchema.shape.channel,
  meeting: z.string().nullable(),
  deed: deedSchema,
  prev: z.string(),
  hash: z.string(),
})

function opening(path: string, { name, bytes }: GivenFile, at: string, understood: boolean): Opened | Fault {
  const preview = readImport(name, bytes)
  if (isRefusal(preview)) return refusalFault(path, preview)
  const written = preview.paragraphs.map(({ guess: _guess, ...paragraph }) => paragraph)
  const plain = written.map(({ label: _label, ...paragraph }) => paragraph)
  const { base, counts, parties, steps, kept } = understood
    ? understoodText(written)
    : { base: plain, counts: countsOf(plain, written), parties: [], steps: [], kept: [] }
  const symbol = name.replace(/\.[a-z]+$/i, '').slice(0, 200) || 'Text'
  const open = {
    type: 'open',
    title: preview.title,
    symbol,
    language: languageOf(plain),
    paragraphs: base,
    counts,
    parties,
  }
  const deeds = [{ deed: open }, ...steps].map(({ deed }) => deedSchema.safeParse(deed))
  const acts: Act[] = []
  for (const [i, { data: deed }] of deeds.entries()) {
    if (!deed) return { fault: `${path} cannot be read: a text cannot be opened from it.` }
    const step = steps[i - 1]
    const act = {
      text: 'converted',
      n: i + 1,
      key: `converted-${i + 1}`,
      at,
      by,
      for: step?.for ?? null,
      onBehalfOf: null,
      channel: step ? 'imported' : 'typed',
      meeting: null,
      deed,
    } as const
    acts.push(seal(act, acts.at(-1)?.hash ?? firstPrev))
  }
  const labels = understood ? [] : written.filter(({ kind }) => kind !== 'footnote' && kind !== 'annex')
  return {
    acts,
    kept,
    written: new Map(
      labels.flatMap(({ id, label }) =>
        label !== null && /[\p{L}\p{N}]/u.test(label) ? [[id, label] as const] : [],
      ),
    ),
  }
}

const by = {
  person: 'secretariat',
  name: 'Secretariat',
  role: 'secretariat',
  delegation: null,
  speaksFor: [],
} as const

const scripts = [
  ['ar', /\p{Script=Arabic}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
] as const

/** Language of the script that most letters are of, so that Arabic reads from the right; English for Latin. */
function languageOf(paragraphs: readonly Paragraph[]): string {
  const text = paragraphs
    .map(({ content }) => plainText(content))
    .join('')
    .slice(0, 20_000)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return scripts.find(([, script]) => (text.match(script)?.length ?? 0) * 2 > letters)?.[0] ?? 'en'
}
