import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { servesChair } from '../../schema/record/rights.ts'
import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal } from '../../schema/refusal.ts'
import type { Negotiation } from '../api/answers.ts'
import { negotiationQuery } from '../api/queries.ts'
import { request } from '../api/request.ts'
import { Button } from '../controls/button.tsx'
import { ConfirmDialog } from '../controls/confirm.tsx'
import { Actions } from '../controls/dialog.tsx'
import { RefusalNotice } from '../controls/notice.tsx'
import { giveReceipt } from '../controls/receipts.tsx'
import { NotFound } from '../frame/not-found.tsx'
import { Page } from '../frame/page.tsx'
import { Fetched } from '../frame/waiting.tsx'
import { importing } from '../lang/en/import.ts'
import { useSay } from '../lang/say.tsx'
import { ImportReview } from './import-review.tsx'
import { ImportSource } from './import-source.tsx'
import type { Reviewed } from './use-review.ts'
import { reviewOf, useReview } from './use-review.ts'

/** Opens a text: words in, a look over them, then act 1 of its record. */
export default function NewText({ negotiation }: { readonly negotiation: string }) {
  const query = useQuery(negotiationQuery(negotiation))
  return (
    <Fetched query={query}>
      {(data) => (servesChair(data.role) ? <Steps negotiation={data} /> : <NotFound />)}
    </Fetched>
  )
}

function Steps({ negotiation }: { readonly negotiation: Negotiation }) {
  const say = useSay()
  const review = useReview(negotiation.id)
  const { reviewed, begin } = review
  const [restarting, setRestarting] = useState(false)
  // Keyed, so that each step takes the focus to its own heading.
  if (!reviewed)
    return (
      <Page key="source" title={say(importing.title)} lead={say(importing.lead)} size="narrow">
        <ImportSource onRead={(preview) => begin(reviewOf(preview))} />
      </Page>
    )
  return (
    <Page key="review" title={say(importing.reviewTitle)} lead={say(importing.reviewLead)}>
      <ImportReview reviewed={reviewed} review={review} />
      <Opening
        negotiation={negotiation}
        reviewed={reviewed}
        onOpened={() => begin(null)}
        onRestart={() => setRestarting(true)}
      />
      <ConfirmDialog
        title={say(importing.startOverTitle)}
        isOpen={restarting}
        onClose={() => setRestarting(false)}
        action={say(importing.startOver)}
        tone="danger"
        onConfirm={async () => {
          begin(null)
          return undefined
        }}
      >
        <p>{say(importing.startOverWarning)}</p>
      </ConfirmDialog>
    </Page>
  )
}

function Opening({
  negotiation,
  reviewed,
  onOpened,
  onRestart,
}: {
  readonly negotiation: Negotiation
  readonly reviewed: Reviewed
  readonly onOpened: () => void
  readonly onRestart: () => void
}) {
  const say = useSay()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [title, symbol] = [reviewed.title.trim(), reviewed.symbol.trim()]
  const { key, language, paragraphs } = reviewed
  const open = async (): Promise<void> => {
    setPending(true)
    setRefusal(null)
    const answer = await request<{ readonly id: string }>(
      'POST',
      `/api/negotiations/${encodeURIComponent(negotiation.id)}/texts`,
      { body: { key, title, symbol, language, paragraphs }, repeatable: true },
    )
    setPending(false)
    if (isRefusal(answer)) return setRefusal(answer)
    onOpened()
    await queries.invalidateQueries({ queryKey: ['negotiations'] })
    giveReceipt(say(importing.opened, { symbol }))
    navigate(`/n/${negotiation.id}/t/${answer.id}`)
  }
  const missing =
    title === '' || symbol === ''
      ? say(importing.missing)
      : paragraphs.length === 0
        ? say(importing.noParagraphs)
        : null
  return (
    <div className="review-end">
      {refusal ? (
        <RefusalNotice refusal={refusal} />
      ) : (
        <p className="muted">{say(importing.seats, { count: negotiation.parties.length })}</p>
      )}
      <Actions>
        <Button size="main" onPress={onRestart}>
          {say(importing.startOver)}
        </Button>
        <Button tone="primary" size="main" isPending={pending} refusal={missing} onPress={() => void open()}>
          {say(importing.open)}
        </Button>
      </Actions>
    </div>
  )
}
