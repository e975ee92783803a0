import { Button } from '../../controls/button.tsx'
import { bracketing } from '../../lang/en/bracketing.ts'
import { useSay } from '../../lang/say.tsx'
import type { Reviewed } from '../importing/reviewed.ts'
import { isUnknown } from './names.tsx'
import type { Understood } from './understood.ts'

/** What opening the text will record, and what it will record in nobody's name. */
export function RecordedLine({
  understood: { recorded, understanding },
  corrections,
  onNames,
}: {
  readonly understood: Understood
  readonly corrections: Reviewed['corrections']
  readonly onNames: () => void
}) {
  const say = useSay()
  const unknown = understanding.names.filter((name) => isUnknown(name, corrections)).length
  return (
    <div className="recorded">
      <p>{say(bracketing.willRecord, { ...recorded })}</p>
      {unknown > 0 ? (
        <p className="finding-acts">
          <span className="review-unsure">{say(bracketing.willBeNobodys, { count: unknown })}</span>
          <Button onPress={onNames}>{say(bracketing.matchNames)}</Button>
        </p>
      ) : null}
    </div>
  )
}
