import type { Act } from '../../schema/record/act.ts'
import { firstPrev, verify } from '../../schema/record/chain.ts'
import type { Database } from '../storage/database.ts'
import type { ActTable } from '../storage/tables.ts'

/** What became of the record of one text. `hash` is that of its last act: noted elsewhere, it proves the whole. */
export type Finding = { readonly text: string; readonly symbol: string } & (
  | { readonly ok: true; readonly n: number; readonly hash: string }
  | {
      readonly ok: false
      readonly n: number
      /** `strayed`: the act does not say what the columns beside it say. `cut off`: acts from n on are gone. */
      readonly what: 'altered' | 'missing' | 'reordered' | 'strayed' | 'cut off'
    }
)

/** Recomputes the chain of every text in a database, reading only. Throws when the file cannot be read. */
export async function audit(db: Database): Promise<Finding[]> {
  const texts = await db
    .selectFrom('text')
    .select(['id', 'symbol', 'n', 'hash'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const known = new Set(texts.map(({ id }) => id))
  const strays = await db.selectFrom('act').select('text').distinct().execute()
  const unlisted = strays
    .filter(({ text }) => !known.has(text))
    .map(({ text }) => ({ id: text, symbol: '', n: 0, hash: firstPrev }))
  const findings: Finding[] = []
  for (const { id, symbol, ...head } of [...texts, ...unlisted]) {
    const rows = await db.selectFrom('act').selectAll().where('text', '=', id).orderBy('n').execute()
    findings.push({ text: id, symbol, ...examine(rows, head) })
  }
  return findings
}

type Outcome =
  | { ok: true; n: number; hash: string }
  | { ok: false; n: number; what: 'altered' | 'missing' | 'reordered' | 'strayed' | 'cut off' }

function examine(rows: readonly ActTable[], head: { n: number; hash: string }): Outcome {
  const acts = rows.map(({ act }) => read(act))
  const unreadable = acts.indexOf(null)
  const readable = (unreadable < 0 ? acts : acts.slice(0, unreadable)) as Act[]
  const verdict = verify(readable)
  const strayed = rows.findIndex((row, i) => i < readable.length && !agrees(row, readable[i]!))
  if (!verdict.ok && (strayed < 0 || verdict.n <= strayed + 1)) return verdict
  if (strayed >= 0) return { ok: false, n: strayed + 1, what: 'strayed' }
  if (unreadable >= 0) return { ok: false, n: unreadable + 1, what: 'altered' }
  const { n, hash } = verdict as Extract<typeof verdict, { ok: true }>
  if (n < head.n) return { ok: false, n: n + 1, what: 'cut off' }
  if (n > head.n || hash !== head.hash) return { ok: false, n, what: 'strayed' }
  return { ok: true, n, hash }
}

const agrees = (row: ActTable, act: Act): boolean =>
  row.text === act.text &&
  row.n === act.n &&
  row.key === act.key &&
  row.at === act.at &&
  row.hash === act.hash

function read(json: string): Act | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Act) : null
  } catch {
    return null
  }
}
