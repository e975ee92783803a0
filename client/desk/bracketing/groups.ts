import type { Finding, Reading } from '../../../schema/imported/written.ts'

/** Findings of one sort; `unsure` is what is worth a look, whatever it was taken for. */
export interface Group {
  readonly of: Reading | 'unsure'
  readonly findings: readonly Finding[]
}

const order: readonly Reading[] = [
  'alternative',
  'optional',
  'deletion',
  'hold',
  'placeholder',
  'status',
  'reservation',
  'note',
  'standing',
  'words',
]

/** What is worth a look first, then what was taken for the same, each in reading order. */
export function groupsOf(findings: readonly Finding[], onlyUnsure: boolean): Group[] {
  const unsure = findings.filter(({ sure }) => !sure)
  const sure = onlyUnsure ? [] : findings.filter((finding) => finding.sure)
  return [
    { of: 'unsure' as const, findings: unsure },
    ...order.map((of) => ({ of, findings: sure.filter(({ reading }) => reading === of) })),
  ].filter((group) => group.findings.length > 0)
}

/** What every one of these findings can be taken for, but is not yet. */
export const readingsForAll = (findings: readonly Finding[]): Reading[] =>
  order.filter(
    (reading) =>
      findings.every(({ choices }) => choices.includes(reading)) &&
      findings.some((finding) => finding.reading !== reading),
  )

/** Brackets, alternatives among them, and who asks for anything. */
export function countsOf(findings: readonly Finding[]): {
  readonly brackets: number
  readonly alternatives: number
  readonly proponents: number
} {
  return {
    brackets: findings.length,
    alternatives: findings.filter(({ reading }) => reading === 'alternative').length,
    proponents: new Set(findings.flatMap(({ sponsors }) => sponsors)).size,
  }
}
