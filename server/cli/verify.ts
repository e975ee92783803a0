import { existsSync } from 'node:fs'
import { audit } from '../record/audit.ts'
import type { Finding } from '../record/audit.ts'
import { openForReading } from '../storage/database.ts'
import { unreadable } from '../storage/dialect.ts'

/** Exit codes: 0 all records hold, 1 one does not, 2 there was nothing to verify. */
export async function verify([file, ...rest]: readonly string[]): Promise<number> {
  if (file === undefined || rest.length > 0) return fail('Usage: adref verify FILE')
  if (!existsSync(file)) return fail(`There is no file ${file}.`)
  let findings: readonly Finding[]
  try {
    const db = openForReading(file)
    try {
      findings = await audit(db)
    } finally {
      await db.destroy()
    }
  } catch (error) {
    if (unreadable(error)) return fail(`${file} is no database, or is damaged: ${messageOf(error)}.`)
    if (/no such (table|column)/.test(messageOf(error))) return fail(`${file} is no database of Adref.`)
    return fail(`${file} cannot be read: ${messageOf(error)}.`)
  }
  for (const finding of findings) console.log(sentence(finding))
  const damaged = findings.filter(({ ok }) => !ok).length
  console.log(
    damaged === 0 ? `${findings.length} records hold.` : `${damaged} of ${findings.length} do not hold.`,
  )
  return damaged === 0 ? 0 : 1
}

function sentence(finding: Finding): string {
  const name = `${finding.symbol || 'unlisted'} (${finding.text})`
  if (finding.ok) return `${name}: ${finding.n} acts hold; last hash ${finding.hash}`
  const { n, what } = finding
  switch (what) {
    case 'altered':
      return `${name}: act ${n} was altered`
    case 'missing':
      return `${name}: act ${n} was removed`
    case 'reordered':
      return `${name}: act ${n} was reordered: another stands in its place, or it does not follow on the one before`
    case 'strayed':
      return `${name}: act ${n} was altered: what is kept beside it says otherwise`
    case 'cut off':
      return `${name}: act ${n} and what followed it were removed`
  }
}

function fail(message: string): number {
  console.error(message)
  return 2
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
