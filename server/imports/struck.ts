import { type Run, words } from '../../schema/text/token.ts'
import type { Tally } from './found.ts'

/**
 * Puts what is struck through in brackets: in amendments to an instrument it is what is asked to go, and Adref
 * has no such formatting. Each stretch is counted. What has half a bracket in it is left as it is.
 */
export function bracketStruck(runs: readonly Run[], struck: ReadonlySet<Run>, tally: Tally): readonly Run[] {
  if (struck.size === 0) return runs
  const out: Run[] = []
  for (let at = 0; at < runs.length;) {
    if (!struck.has(runs[at]!)) {
      out.push(runs[at++]!)
      continue
    }
    let end = at
    while (end < runs.length && struck.has(runs[end]!)) end++
    out.push(...inBrackets(runs.slice(at, end), tally))
    at = end
  }
  return out
}

/** Spaces at the edges stand outside. */
function inBrackets(runs: readonly Run[], tally: Tally): readonly Run[] {
  const text = runs.map((run) => ('text' in run ? run.text : '')).join('')
  if (text.trim() === '') return runs
  tally.add('struck-through')
  if (!balances(text) || /^\s*\[[^[\]]*\]\s*$/.test(text)) return runs
  const first = runs.findIndex((run) => 'text' in run && run.text.trim() !== '')
  const last = runs.findLastIndex((run) => 'text' in run && run.text.trim() !== '')
  return runs.flatMap((run, i): Run[] => {
    if (!('text' in run)) return [run]
    const start = i === first ? run.text.length - run.text.trimStart().length : 0
    const end = i === last ? run.text.trimEnd().length : run.text.length
    return [
      words(run.text.slice(0, start), run.marks),
      ...(i === first ? [words('[')] : []),
      words(run.text.slice(start, end), run.marks),
      ...(i === last ? [words(']')] : []),
      words(run.text.slice(end), run.marks),
    ].filter((one) => 'text' in one && one.text !== '')
  })
}

function balances(text: string): boolean {
  let depth = 0
  for (const char of text) {
    if (char === '[') depth++
    else if (char === ']' && --depth < 0) return false
  }
  return depth === 0
}
