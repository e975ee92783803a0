import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { countsOf } from '../../../schema/imported/counts.ts'
import type { Refusal } from '../../../schema/refusal.ts'
import { isRefusal } from '../../../schema/refusal.ts'
import type { Negotiation } from '../../api/answers.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../controls/button.tsx'
import { Actions } from '../../controls/dialog.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { giveReceipt } from '../../controls/receipts.tsx'
import { bracketing } from '../../lang/en/bracketing.ts'
import { importing } from '../../lang/en/import.ts'
import { useSay } from '../../lang/say.tsx'
import { RecordedLine } from '../bracketing/recorded.tsx'
import type { Understanding } from '../bracketing/use-understood.ts'
import { type Reviewed, writtenOf } from './reviewed.ts'

interface Props {
  readonly negotiation: Negotiation
  readonly reviewed: Reviewed
  readonly onOpened: () => void
  readonly onRestart: () => void
}

/** The end of the first look: on to the brackets, or open the text where it has none. */
export function AfterParagraphs({
  hasBrackets,
  onBrackets,
  ...opening
}: Props & { readonly hasBrackets: boolean; readonly onBrackets: () => void }) {
  const say = useSay()
  if (!hasBrackets) return <Opening {...opening} understanding={null} />
  const missing = missingIn(opening.reviewed)
  return (
    <div className="review-end">
      <p className="muted">{say(importing.seats, { count: opening.negotiation.parties.length })}</p>
      <Actions>
        <Button size="main" onPress={opening.onRestart}>
          {say(importing.startOver)}
        </Button>
        <Button tone="primary" size="main" refusal={missing ? say(missing) : null} onPress={onBrackets}>
          {say(bracketing.look)}
        </Button>
      </Actions>
    </div>
  )
}

/** Opens the text: with what its brackets were understood as, or, where that is null, as it stands. */
export function Opening({
  negotiation,
  reviewed,
  understanding,
  onOpened,
  onRestart,
  onBack,
  onNames = () => undefined,
}: Props & {
  readonly understanding: Understanding | null
  readonly onBack?: () => void
  /** On to the names that stand for nobody. */
  readonly onNames?: () => void
}) {
  const say = useSay()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const understood = understanding?.understood ?? null
  const [title, symbol] = [reviewed.title.trim(), reviewed.symbol.trim()]

  const open = async (): Promise<void> => {
    setPending(true)
    setRefusal(null)
    const { key, language, paragraphs, labels } = reviewed
    const { base, counts, steps } = understood?.understanding ?? {
      base: paragraphs,
      counts: countsOf(paragraphs, writtenOf({ paragraphs, labels })),
      steps: [],
    }
    const acts = steps.map(({ finding: _finding, ...act }) => act)
    const answer = await request<{ readonly id: string }>(
      'POST',
      `/api/negotiations/${encodeURIComponent(negotiation.id)}/texts`,
      { body: { key, title, symbol, language, paragraphs: base, counts, acts }, repeatable: true },
    )
    setPending(false)
    if (isRefusal(answer)) return setRefusal(answer)
    onOpened()
    await queries.invalidateQueries({ queryKey: ['negotiations'] })
    giveReceipt(
      understood
        ? say(bracketing.opened, { symbol, ...understood.recorded })
        : say(importing.opened, { symbol }),
    )
    navigate(`/n/${negotiation.id}/t/${answer.id}`)
  }

  const missing = missingIn(reviewed)
  const held = missing ? say(missing) : whyNotYet(understanding, say)
  return (
    <div className="review-end">
      {refusal ? (
        <RefusalNotice refusal={refusal}>
          <Culprit refusal={refusal} understanding={understanding} />
        </RefusalNotice>
      ) : (
        <div>
          {understood ? (
            <RecordedLine understood={understood} corrections={reviewed.corrections} onNames={onNames} />
          ) : null}
          <p className="muted">{say(importing.seats, { count: negotiation.parties.length })}</p>
        </div>
      )}
      <Actions>
        <Button size="main" onPress={onRestart}>
          {say(importing.startOver)}
        </Button>
        {onBack ? (
          <Button size="main" onPress={onBack}>
            {say(bracketing.back)}
          </Button>
        ) : null}
        <Button tone="primary" size="main" isPending={pending} refusal={held} onPress={() => void open()}>
          {say(understanding ? bracketing.open : importing.open)}
        </Button>
      </Actions>
    </div>
  )
}

const missingIn = ({ title, symbol, paragraphs }: Reviewed) =>
  title.trim() === '' || symbol.trim() === ''
    ? importing.missing
    : paragraphs.length === 0
      ? importing.noParagraphs
      : null

/** Why the brackets cannot be recorded yet; null when they can, or when there are none. */
function whyNotYet(understanding: Understanding | null, say: ReturnType<typeof useSay>): string | null {
  if (!understanding) return null
  const { proof } = understanding
  if (!proof) return say(understanding.failed ? bracketing.failed : bracketing.wait)
  const count = proof.refused.length
  return count === 0 ? null : say(bracketing.cannotOpen, { count })
}

/** The bracket from which the act that was refused follows. */
function Culprit({
  refusal: { params },
  understanding,
}: {
  readonly refusal: Refusal
  readonly understanding: Understanding | null
}) {
  const say = useSay()
  const { steps, findings } = understanding?.understood?.understanding ?? { steps: [], findings: [] }
  const id = steps[Number(params['act']) - 2]?.finding
  const finding = findings.find((one) => one.id === id)
  if (!finding) return null
  return <p>{say(bracketing.refusedAct, { words: finding.words })}</p>
}
