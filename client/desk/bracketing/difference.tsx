import { diffWordsWithSpace } from 'diff'
import { bracketing } from '../../lang/en/bracketing.ts'
import { useSay } from '../../lang/say.tsx'
import type { Difference } from './compared.ts'

/** Word differences are looked for so long, in milliseconds; then both wordings stand as they are. */
const patienceMs = 50

/** One paragraph as it was imported and as it is printed, with what differs marked. */
export function DifferenceRow({
  difference: { imported, printed },
  label,
}: {
  readonly difference: Difference
  readonly label: string
}) {
  const say = useSay()
  const parts = diffWordsWithSpace(imported, printed, { timeout: patienceMs }) ?? [
    { value: imported, removed: true, added: false },
    { value: printed, removed: false, added: true },
  ]
  const side = (without: 'added' | 'removed') =>
    parts.every((part) => part[without]) ? (
      <span className="muted">{say(bracketing.nothing)}</span>
    ) : (
      parts
        .filter((part) => !part[without])
        .map(({ value, added, removed }, i) => (added || removed ? <mark key={i}>{value}</mark> : value))
    )
  return (
    <div className="difference">
      <p className="label">{label}</p>
      <dl>
        <dt>{say(bracketing.imported)}</dt>
        <dd dir="auto">{side('added')}</dd>
        <dt>{say(bracketing.printed)}</dt>
        <dd dir="auto">{side('removed')}</dd>
      </dl>
    </div>
  )
}
