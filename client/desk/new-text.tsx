import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { servesChair } from '../../schema/record/rights.ts'
import type { Negotiation } from '../api/answers.ts'
import { lexiconQuery, negotiationQuery } from '../api/queries.ts'
import { ConfirmDialog } from '../controls/confirm.tsx'
import { NotFound } from '../frame/not-found.tsx'
import { Page } from '../frame/page.tsx'
import { Fetched } from '../frame/waiting.tsx'
import { bracketing } from '../lang/en/bracketing.ts'
import { importing } from '../lang/en/import.ts'
import { useSay } from '../lang/say.tsx'
import { BracketsStep } from './bracketing/brackets-step.tsx'
import type { Written } from './bracketing/understood.ts'
import { useUnderstood } from './bracketing/use-understood.ts'
import { ImportReview } from './import-review.tsx'
import { ImportSource } from './import-source.tsx'
import { AfterParagraphs, Opening } from './opening.tsx'
import type { Reviewed } from './use-review.ts'
import { mayHoldBrackets, reviewOf, useReview, writtenOf } from './use-review.ts'

/** Opens a text: words in, a look over them and over their brackets, then act 1 of its record. */
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
  const { reviewed, begin, fill } = review
  const [restarting, setRestarting] = useState(false)
  // Keyed, so that each step takes the focus to its own heading.
  if (!reviewed)
    return (
      <Page key="source" title={say(importing.title)} lead={say(importing.lead)} size="narrow">
        <ImportSource onRead={(preview) => begin(reviewOf(preview))} />
      </Page>
    )
  const opening = {
    negotiation,
    reviewed,
    onOpened: () => begin(null),
    onRestart: () => setRestarting(true),
  }
  return (
    <>
      {reviewed.step === 'paragraphs' ? (
        <Page key="review" title={say(importing.reviewTitle)} lead={say(importing.reviewLead)}>
          <ImportReview reviewed={reviewed} review={review} />
          <AfterParagraphs
            {...opening}
            hasBrackets={mayHoldBrackets(reviewed)}
            onBrackets={() => fill({ step: 'brackets' })}
          />
        </Page>
      ) : (
        <Page key="brackets" title={say(bracketing.title)} lead={say(bracketing.lead)}>
          <Brackets {...opening} review={review} onBack={() => fill({ step: 'paragraphs' })} />
        </Page>
      )}
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
    </>
  )
}

function Brackets({
  review,
  ...opening
}: {
  readonly negotiation: Negotiation
  readonly reviewed: Reviewed
  readonly review: ReturnType<typeof useReview>
  readonly onOpened: () => void
  readonly onRestart: () => void
  readonly onBack: () => void
}) {
  const { negotiation, reviewed } = opening
  const { data: names } = useQuery(lexiconQuery)
  const lexicon = useMemo(() => new Map(names), [names])
  const { paragraphs, labels, corrections, language } = reviewed
  const { parties, role } = negotiation
  const written = useMemo(
    (): Written | null =>
      names
        ? {
            paragraphs: writtenOf({ paragraphs, labels }),
            language,
            corrections,
            parties,
            lexicon: names,
            role,
          }
        : null,
    [paragraphs, labels, language, corrections, parties, names, role],
  )
  const understanding = useUnderstood(written)
  return (
    <>
      <BracketsStep
        negotiation={negotiation}
        reviewed={reviewed}
        review={review}
        understanding={understanding}
        lexicon={lexicon}
      />
      <Opening {...opening} understanding={understanding} />
    </>
  )
}
