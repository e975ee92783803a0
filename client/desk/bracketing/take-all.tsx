import type { Finding, Reading } from '../../../schema/imported/written.ts'
import { Menu } from '../../controls/menu.tsx'
import { giveReceipt } from '../../controls/receipts.tsx'
import { bracketing, readingNames } from '../../lang/en/bracketing.ts'
import { useSay } from '../../lang/say.tsx'
import type { ReviewActs } from '../importing/use-review.ts'
import { readingsForAll } from './groups.ts'

/** Says of all findings of a group at once what they are; of what was unsure, that it is right as it was read. */
export function TakeAll({
  findings,
  name,
  isUnsure,
  onTake,
}: {
  readonly findings: readonly Finding[]
  /** What the group is called. */
  readonly name: string
  readonly isUnsure: boolean
  readonly onTake: ReviewActs['setReadings']
}) {
  const say = useSay()
  const take = (readingOf: (finding: Finding) => Reading, receipt: string): void => {
    onTake(Object.fromEntries(findings.map((finding) => [finding.id, readingOf(finding)])))
    giveReceipt(receipt)
  }
  const count = findings.length
  const entries = [
    ...(isUnsure
      ? [
          {
            id: 'right',
            label: say(bracketing.allRight),
            onAction: () => take(({ reading }) => reading, say(bracketing.confirmedAll, { count })),
          },
        ]
      : []),
    ...readingsForAll(findings).map((reading) => ({
      id: reading,
      label: say(readingNames[reading]),
      onAction: () =>
        take(() => reading, say(bracketing.tookAll, { count, reading: say(readingNames[reading]) })),
    })),
  ]
  if (count < 2 || entries.length === 0) return null
  return (
    <Menu tone="quiet" label={say(bracketing.takeAllOf, { count, group: name })} entries={entries}>
      {say(bracketing.takeAll, { count })}
    </Menu>
  )
}
