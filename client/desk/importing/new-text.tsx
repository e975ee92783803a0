import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import { servesChair } from '../../../schema/record/rights.ts'
import type { Negotiation } from '../../api/answers.ts'
import { lexiconQuery, meQuery, negotiationQuery } from '../../api/queries.ts'
import { Button } from '../../controls/button.tsx'
import { ConfirmDialog } from '../../controls/confirm.tsx'
import { Actions } from '../../controls/dialog.tsx'
import { Notice } from '../../controls/notice.tsx'
import { NotFound } from '../../frame/not-found.tsx'
import { Page } from '../../frame/page.tsx'
import { Fetched } from '../../frame/waiting.tsx'
import { bracketing } from '../../lang/en/bracketing.ts'
import { importing } from '../../lang/en/import.ts'
import { useSay } from '../../lang/say.tsx'
import { localMomentIn } from '../../record/time.ts'
import { BracketsStep, type Tabbed } from '../bracketing/brackets-step.tsx'
import type { Written } from '../bracketing/understood.ts'
import { useUnderstood } from '../bracketing/use-understood.ts'
import { ImportReview } from './import-review.tsx'
import { ImportSource } from './import-source.tsx'
import { AfterParagraphs, Opening } from './opening.tsx'
import type { LeftImport } from './kept-import.ts'
import type { Reviewed } from './reviewed.ts'
import { mayHoldBrackets, reviewOf, writtenOf } from './reviewed.ts'
import { useReview } from './use-review.ts'

/** Opens a text: words in, a look over them and over their brackets, then act 1 of its record. */
export default function NewText({ negotiation }: { readonly negotiation: string }) {
  const query = useQuery(negotiationQuery(negotiation))
  const { data: me } = useQuery(meQuery)
  return (
    <Fetched query={query}>
      {(data) =>
        me && servesChair(data.role) ? <Steps negotiation={data} person={me.person.id} /> : <NotFound />
      }
    </Fetched>
  )
}

function Steps({ negotiation, person }: { readonly negotiation: Negotiation; readonly person: string }) {
  const say = useSay()
  const review = useReview(person, negotiation.id)
  const { reviewed, begin, fill } = review
  const [restarting, setRestarting] = useState(false)
  // Keyed, so that each step takes the focus to its own heading.
  if (!reviewed)
    return (
      <Page key="source" title={say(importing.title)} lead={say(importing.lead)} size="narrow">
        {review.left ? <LeftBehind left={review.left} begin={begin} /> : null}
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
          <ImportReview negotiation={negotiation} reviewed={reviewed} review={review} />
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

/** The way back to an import whose tab was closed. */
function LeftBehind({
  left: { reviewed, atMs },
  begin,
}: {
  readonly left: LeftImport
  readonly begin: (reviewed: Reviewed | null) => void
}) {
  const say = useSay()
  const { locale } = useIntl()
  const at = localMomentIn(locale, new Date(atMs).toISOString())
  const { title, paragraphs } = reviewed
  return (
    <Notice>
      <p>{say(importing.left, { title, at, count: paragraphs.length })}</p>
      <Actions>
        <Button onPress={() => begin(null)}>{say(importing.startOver)}</Button>
        <Button tone="primary" onPress={() => begin(reviewed)}>
          {say(importing.goOn)}
        </Button>
      </Actions>
    </Notice>
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
  const [tab, setTab] = useState<Tabbed>('brackets')
  return (
    <>
      <BracketsStep
        negotiation={negotiation}
        reviewed={reviewed}
        review={review}
        understanding={understanding}
        lexicon={lexicon}
        tab={tab}
        setTab={setTab}
      />
      <Opening {...opening} understanding={understanding} onNames={() => setTab('names')} />
    </>
  )
}
