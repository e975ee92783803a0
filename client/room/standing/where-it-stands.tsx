import { useEffect, useMemo, useRef, useState } from 'react'
import type { State } from '../../../schema/record/state.ts'
import { agreementOf } from '../../../schema/view/agreement.ts'
import { view } from '../../../schema/view/view.ts'
import { Button } from '../../controls/button.tsx'
import { ComboBox } from '../../controls/combo-box.tsx'
import { standing as words } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { type Address, type Stands, standsNames } from '../moving/address.ts'
import { useRoom } from '../context.ts'
import { BracketTable } from './bracket-table.tsx'
import { type Chosen, nothingChosen, PackageBar } from './package-bar.tsx'
import { PackageList } from './package-list.tsx'
import { ParagraphTable } from './paragraph-table.tsx'
import { concerning, nearestOf, overviewOf } from './rows.ts'
import { StaleTable } from './stale-table.tsx'
import { ChosenContext } from './tick-column.tsx'
import './standing.css'

/** In place of the text: of every bracket, paragraph and package who asks, who supports and who stands in the way. */
export default function WhereItStands({
  state,
  address,
  onChange,
}: {
  readonly state: State
  readonly address: Address
  readonly onChange: (part: Partial<Address>) => void
}) {
  const say = useSay()
  const { me, named } = useRoom()
  const heading = useRef<HTMLHeadingElement>(null)
  const [chosen, setChosen] = useState<Chosen>(nothingChosen)
  const [told, setTold] = useState(false)
  const shown = useMemo(() => view(state, { type: 'compilation', names: 'hidden' }), [state])
  const overview = useMemo(() => overviewOf(state, shown.paragraphs), [state, shown])
  const { stands, among: party, near } = address
  const tab = stands ?? 'brackets'
  useEffect(() => heading.current?.focus(), [])
  const [ofParty, nearest] = useMemo(() => {
    const concerned = concerning(overview, party)
    return [concerned, nearestOf(concerned)] as const
  }, [overview, party])
  const rows = near ? nearest : ofParty
  const arranges = me.role === 'facilitator' && address.at === null
  const choosing = useMemo(() => (arranges ? { chosen, onChoose: setChosen } : null), [arranges, chosen])
  return (
    <section className="stands" aria-labelledby="stands-title">
      <header className="stands-head">
        <h2 id="stands-title" ref={heading} tabIndex={-1}>
          {say(words.title)}
        </h2>
        <Button onPress={() => onChange({ stands: null, among: null, near: false })}>
          {say(words.back)}
        </Button>
      </header>
      {named || told ? (
        <>
          <p className="muted">
            {say(words.lead)} {say(words.making, { proposals: overview.brackets.length, pairs: shown.pairs })}
          </p>
          <div className="stands-tools">
            <Tabs tab={tab} counts={overview} onTab={(to) => onChange({ stands: to })} />
            <ComboBox
              label={say(words.filterParty)}
              options={partiesIn(state)}
              value={party}
              onChange={(to) => onChange({ among: to })}
              opens="input"
            />
            {party !== null && (
              <Button tone="quiet" onPress={() => onChange({ among: null })}>
                {say(words.filterAll)}
              </Button>
            )}
            {tab !== 'renewals' && (
              <Button aria-pressed={near} onPress={() => onChange({ near: !near })}>
                {say(words.near, { count: nearest[tab].length })}
              </Button>
            )}
            <output className="muted">
              {(party !== null || near) &&
                say(words.shown, { shown: rows[tab].length, all: overview[tab].length })}
            </output>
          </div>
          {arranges && (tab === 'brackets' || tab === 'paragraphs') && (
            <PackageBar chosen={chosen} onDone={packaged} />
          )}
          {rows[tab].length === 0 ? (
            <p className="muted stands-none">{emptyWords()}</p>
          ) : (
            <ChosenContext value={choosing}>{table()}</ChosenContext>
          )}
        </>
      ) : (
        <p className="names-hidden">
          {say(words.namesHidden)} <Button onPress={() => setTold(true)}>{say(words.nameHere)}</Button>
        </p>
      )}
    </section>
  )

  function table() {
    switch (tab) {
      case 'brackets':
        return <BracketTable rows={rows.brackets} state={state} ticks={arranges} />
      case 'paragraphs':
        return <ParagraphTable rows={rows.paragraphs} ticks={arranges} />
      case 'packages':
        return <PackageList rows={rows.packages} state={state} arranges={arranges} />
      case 'renewals':
        return <StaleTable rows={rows.renewals} state={state} />
    }
  }

  function packaged(): void {
    setChosen(nothingChosen)
    onChange({ stands: 'packages' })
    heading.current?.focus()
  }

  function emptyWords(): string {
    if (near) return say(words.nothingNear)
    if (party !== null) return say(words.nothingFor, { who: party })
    if (tab === 'renewals') return say(words.noRenewals)
    if (tab === 'packages') return say(arranges ? words.noPackagesChair : words.noPackages)
    const { agreed, all: counted } = agreementOf(shown)
    return say(words.nothing, { agreed, all: counted })
  }
}

/** The tables, one of them shown. */
function Tabs({
  tab,
  counts,
  onTab,
}: {
  readonly tab: Stands
  readonly counts: Readonly<Record<Stands, readonly unknown[]>>
  readonly onTab: (tab: Stands) => void
}) {
  const say = useSay()
  return (
    <fieldset className="stands-tabs" aria-label={say(words.tabs)}>
      {standsNames.map((name) => (
        <Button key={name} aria-pressed={name === tab} onPress={() => onTab(name)}>
          {say(words[name])} <span className="muted">{counts[name].length}</span>
        </Button>
      ))}
    </fieldset>
  )
}

const partiesIn = (state: State) =>
  [...state.parties.values()]
    .filter(({ kind }) => kind !== 'chair')
    .map(({ code, name }) => ({ id: code, code, label: name }))
