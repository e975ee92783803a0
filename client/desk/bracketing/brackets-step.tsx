import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import type { Negotiation } from '../../api/answers.ts'
import { catalogueQuery } from '../../api/queries.ts'
import { Button } from '../../controls/button.tsx'
import { Notice } from '../../controls/notice.tsx'
import { Loading } from '../../frame/waiting.tsx'
import { bracketing, pairReasons } from '../../lang/en/bracketing.ts'
import { useSay } from '../../lang/say.tsx'
import { shownLabels } from '../importing/shown-labels.ts'
import type { Reviewed } from '../importing/reviewed.ts'
import type { useReview } from '../importing/use-review.ts'
import { writtenOf } from '../importing/reviewed.ts'
import { FindingCard } from './finding-card.tsx'
import { FindingList } from './finding-list.tsx'
import { countsOf } from './groups.ts'
import { MarkedText } from './marked-text.tsx'
import { isUnknown, Names } from './names.tsx'
import { Rest, restOf } from './rest.tsx'
import type { Proof as ProofOf } from './understood.ts'
import type { Understanding } from './use-understood.ts'
import '../../style/bracketing.css'

/** The second look: the text with its brackets, and beside it what each was taken for. */
export function BracketsStep({
  negotiation,
  reviewed,
  review,
  understanding: { understood, proof, busy, failed },
  lexicon,
  tab,
  setTab,
}: {
  readonly negotiation: Negotiation
  readonly reviewed: Reviewed
  readonly review: ReturnType<typeof useReview>
  readonly understanding: Understanding
  readonly lexicon: ReadonlyMap<string, string>
  readonly tab: Tabbed
  readonly setTab: (tab: Tabbed) => void
}) {
  const say = useSay()
  const { data: catalogue = [] } = useQuery(catalogueQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  const [entered, setEntered] = useState(0)
  const { paragraphs: plain, labels: written, corrections, language } = reviewed
  const paragraphs = useMemo(() => writtenOf({ paragraphs: plain, labels: written }), [plain, written])
  const labels = useMemo(() => {
    const shown = shownLabels({ paragraphs: plain, labels: written })
    return new Map(plain.map(({ id }, i) => [id, shown[i]!]))
  }, [plain, written])
  if (!understood) return failed ? <Notice tone="refused">{say(bracketing.failed)}</Notice> : <Loading />

  const { findings, names, orphans } = understood.understanding
  const finding = findings.find(({ id }) => id === chosen)
  const unknown = names.filter((name) => isUnknown(name, corrections)).length
  const choose = (id: string, enter: boolean): void => {
    setChosen(id)
    setTab('brackets')
    if (enter) setEntered((count) => count + 1)
  }
  const fromList = (id: string): void => {
    choose(id, true)
    bringIntoView(`sign-${id}`)
  }
  const step = (by: 1 | -1): void => {
    const at = findings.findIndex(({ id }) => id === chosen)
    const next = findings[at + by]
    if (next) fromList(next.id)
  }
  return (
    <>
      {failed ? <Notice tone="refused">{say(bracketing.failed)}</Notice> : null}
      <div className="bracketing">
        <MarkedText
          paragraphs={paragraphs}
          labels={labels}
          findings={findings}
          asides={understood.asides}
          chosen={chosen}
          language={language}
          onChoose={choose}
        />
        <div className="bracketing-side">
          <p className="bracketing-counts">
            {say(bracketing.counts, { ...countsOf(findings), orphans: orphans.length })}
          </p>
          <Proof proof={proof} onShow={() => setTab('rest')} />
          <div className="bracketing-acts">
            <Button onPress={review.undo} refusal={review.canUndo ? null : say(bracketing.nothingToUndo)}>
              {say(bracketing.undo)}
            </Button>
            <output className="muted">{busy ? say(bracketing.rereading) : null}</output>
          </div>
          <Tabs selectedKey={tab} onSelectionChange={(key) => setTab(key as Tabbed)}>
            <TabList aria-label={say(bracketing.tabs)} className="bracketing-tabs">
              <Tab id="brackets" className="bracketing-tab">
                {say(bracketing.brackets, { count: findings.length })}
              </Tab>
              <Tab id="names" className="bracketing-tab">
                {unknown > 0
                  ? say(bracketing.namesUnknown, { count: names.length, unknown })
                  : say(bracketing.names, { count: names.length })}
              </Tab>
              <Tab id="rest" className="bracketing-tab">
                {say(bracketing.rest, { count: restOf(understood, proof) })}
              </Tab>
            </TabList>
            <TabPanel id="brackets" className="bracketing-panel">
              {finding ? (
                <FindingCard
                  finding={finding}
                  label={labels.get(finding.paragraph) ?? ''}
                  parties={negotiation.parties}
                  entered={entered}
                  acts={review.acts}
                  onLeave={() => {
                    bringIntoView(`sign-${finding.id}`)
                    document.getElementById(`sign-${finding.id}`)?.focus({ preventScroll: true })
                  }}
                  onStep={step}
                  onNames={() => setTab('names')}
                />
              ) : findings.length > 0 ? (
                <p className="muted">{say(bracketing.cardEmpty)}</p>
              ) : null}
              <FindingList
                findings={findings}
                labels={labels}
                chosen={chosen}
                onChoose={fromList}
                onTake={review.acts.setReadings}
              />
            </TabPanel>
            <TabPanel id="names" className="bracketing-panel">
              <Names
                names={names}
                corrections={corrections}
                negotiation={negotiation}
                catalogue={catalogue}
                lexicon={lexicon}
                acts={review.acts}
              />
            </TabPanel>
            <TabPanel id="rest" className="bracketing-panel">
              <Rest
                understood={understood}
                proof={proof}
                paragraphs={paragraphs}
                labels={labels}
                onChoose={fromList}
                onPlace={(paragraph) => bringIntoView(`marked-${paragraph}`)}
              />
            </TabPanel>
          </Tabs>
        </div>
      </div>
    </>
  )
}

/** What is listed beside the text. */
export type Tabbed = 'brackets' | 'names' | 'rest'

const bringIntoView = (id: string): void =>
  document.getElementById(id)?.scrollIntoView({ block: 'center', behavior: 'instant' })

/** One line that says whether the record, printed, is the text that was imported. */
function Proof({ proof, onShow }: { readonly proof: ProofOf | null; readonly onShow: () => void }) {
  const say = useSay()
  if (!proof) return <p className="proof">{say(bracketing.checking)}</p>
  const { same, restyled, differences } = proof.comparison
  const count = differences.length
  if (count === 0)
    return (
      <p className="proof proof-same">
        {same ? say(bracketing.same) : say(bracketing.restyled, { count: restyled })}{' '}
        <Pairs account={proof.pairs} />
      </p>
    )
  return (
    <p className="proof">
      {say(bracketing.otherwise, { count })}{' '}
      <Button tone="quiet" onPress={onShow}>
        {say(bracketing.show)}
      </Button>{' '}
      <Pairs account={proof.pairs} />
    </p>
  )
}

/** How many pairs of brackets there were and are, and why they are not as many. */
function Pairs({ account: { written, printed, because } }: { readonly account: ProofOf['pairs'] }) {
  const say = useSay()
  if (written === printed) return say(bracketing.pairsSame, { count: written })
  const reasons = because.map(({ why, count }) => {
    const sum = count > 0 ? `+${count}` : `−${-count}`
    return say(bracketing.pairsReason, { sum, reason: say(pairReasons[why]) })
  })
  return say(bracketing.pairs, { written, printed, reasons: reasons.join(' · ') })
}
