import { joinRuns, plainText, type Run, runsLength, sliceRuns, words } from '../../schema/text/token.ts'
import type { Tally } from './found.ts'

/** Characters after which a paragraph is too long to be negotiated as one, and is reported. */
export const longParagraphUnits = 10_000

/** Runs of content the record takes in one paragraph. */
const maxRuns = 20_000

const address = /^(https?:\/\/|mailto:)[^\s<>"]+$/i

/**
 * The words as the record takes them: no control or broken characters, single spaces, none at either end
 * or beside a line break, links only to the web and to mail. What was removed is counted.
 */
export function tidyRuns(runs: readonly Run[], tally: Tally): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    if (!('text' in run)) {
      out.push(run)
      continue
    }
    const text = tidyText(run.text, tally)
    const link = run.marks?.link
    if (link !== undefined && (link.length > 2000 || !address.test(link))) {
      tally.add('links-dropped')
      out.push(words(text, { ...run.marks, link: undefined }))
    } else out.push(words(text, run.marks))
  }
  return trimRuns(singleSpaces(out))
}

function tidyText(text: string, tally: Tally): string {
  const control =
    text.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffc\ufffe\uffff]/g)
      ?.length ?? 0
  tally.add('control-characters', control + (text.isWellFormed() ? 0 : 1))
  return text
    .toWellFormed()
    .replace(/[\t\n\u2028\u2029]/g, ' ')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffc\ufffe\uffff]/g,
      '',
    )
}

/** Spaces that follow a space are dropped, also where the formatting changes between them. */
function singleSpaces(runs: readonly Run[]): Run[] {
  let before = ''
  return runs.map((run) => {
    if (!('text' in run)) {
      before = 'line' in run ? ' ' : ''
      return run
    }
    const text = (before === ' ' ? run.text.replace(/^ +/, '') : run.text).replace(/ {2,}/g, ' ')
    if (text !== '') before = text.at(-1)!
    return words(text, run.marks)
  })
}

/** The content without spaces and line breaks at its ends; `from` drops that many units first. */
export function trimRuns(runs: readonly Run[], from = 0): Run[] {
  const out = sliceRuns(runs, Math.min(from, runsLength(runs)), runsLength(runs))
  const solid = (run: Run): boolean => ('text' in run ? run.text.trim() !== '' : 'note' in run)
  const [first, last] = [out.findIndex(solid), out.findLastIndex(solid)]
  if (first < 0) return []
  return joinRuns(
    out.slice(first, last + 1).map((run, i, all) => {
      if (!('text' in run)) return run
      const start = i === 0 ? run.text.trimStart() : run.text
      return words(i === all.length - 1 ? start.trimEnd() : start, run.marks)
    }),
  )
}

/** The content without `length` units from `at`, and without spaces and line breaks at its ends. */
export const cutRuns = (runs: readonly Run[], at: number, length: number): Run[] =>
  trimRuns(joinRuns([...sliceRuns(runs, 0, at), ...sliceRuns(runs, at + length, runsLength(runs))]))

/** The content within what the record takes of one paragraph: formatting gives way, words never do. */
export function fitRuns(runs: readonly Run[]): { runs: Run[]; fits: boolean } {
  if (runs.length <= maxRuns) return { runs: [...runs], fits: true }
  return { runs: joinRuns(runs.map((run) => ('text' in run ? words(run.text) : run))), fits: false }
}

/** True when a paragraph has nothing to read in it. */
export const isBlank = (runs: readonly Run[]): boolean =>
  plainText(runs).trim() === '' && !runs.some((run) => 'note' in run)
