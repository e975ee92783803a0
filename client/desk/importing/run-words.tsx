import type { Run } from '../../../schema/text/token.ts'

/** Words under review with their formatting; a footnote reference reads as a dagger. */
export function RunWords({ run }: { readonly run: Run }) {
  if ('note' in run) return <sup className="review-note">†</sup>
  if ('line' in run) return <br />
  if ('break' in run) return null
  const { em, strong, underline, sub, sup } = run.marks ?? {}
  let words = <>{run.text}</>
  if (em) words = <em>{words}</em>
  if (strong) words = <strong>{words}</strong>
  if (underline) words = <u>{words}</u>
  if (sub) words = <sub>{words}</sub>
  if (sup) words = <sup>{words}</sup>
  return words
}
