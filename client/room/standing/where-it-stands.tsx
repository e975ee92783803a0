import { useEffect, useMemo, useRef, useState } from 'react'
import type { State } from '../../../schema/record/state.ts'
import { agreementOf } from '../../../schema/view/agreement.ts'
import { view } from '../../../schema/view/view.ts'
import { Button } from '../../controls/button.tsx'
import { ComboBox } from '../../controls/combo-box.tsx'
import { standing as words } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { type Address, type Stands, standsNames } from '../address.ts'
import { useRoom } from '../context.ts'
import { BracketTable } from './bracket-table.tsx'
import { type Chosen, nothingChosen, PackageBar } from './package-bar.tsx'
import { PackageTable } from './package-table.tsx'
import { ParagraphTable } from './paragraph-table.tsx'
import { amongBracket, amongJoint, overviewOf } from './rows.ts'
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
  const { me } = useRoom()
  const heading = useRef<HTMLHeadingElement>(null)
  const [chosen, setChosen] = useState<Chosen>(nothingChosen)
  const shown = useMemo(() => view(state, { type: 'compilation', names: 'hidden' }).paragraphs, [state])
  const overview = useMemo(() => overviewOf(state, shown), [state, shown])
  const tab = address.stands ?? 'brackets'
  const party = address.among
  useEffect(() => heading.current?.focus(), [])
  const among = <Row,>(rows: readonly Row[], parties: (row: Row) => string[]) =>
    party === null ? rows : rows.filter((row) => parties(row).includes(party))
  const brackets = among(overview.brackets, amongBracket)
  const paragraphs = among(overview.paragraphs, amongJoint)
  const packages = among(overview.packages, amongJoint)
  const [some, all] = {
    brackets: [brackets.length, overview.brackets.length],
    paragraphs: [paragraphs.length, overview.paragraphs.length],
    packages: [packages.length, overview.packages.length],
  }[tab] as [number, number]
  const arranges = me.role === 'facilitator' && address.at === null
  return (
    <section className="stands" aria-labelledby="stands-title">
      <header className="stands-head">
        <h2 id="stands-title" ref={heading} tabIndex={-1}>
          {say(words.title)}
        </h2>
        <Button onPress={() => onChange({ stands: null, among: null })}>{say(words.back)}</Button>
      </header>
      <p className="muted">{say(words.lead)}</p>
      <div className="stands-tools">
        <Tabs tab={tab} counts={overview} onTab={(stands) => onChange({ stands })} />
        <ComboBox
          label={say(words.filterParty)}
          options={partiesIn(state)}
          value={party}
          onChange={(among) => onChange({ among })}
          opens="input"
        />
        {party !== null && (
          <Button tone="quiet" onPress={() => onChange({ among: null })}>
            {say(words.filterAll)}
          </Button>
        )}
        <output className="muted">{party !== null && say(words.shown, { shown: some, all })}</output>
      </div>
      {arranges && tab !== 'packages' && <PackageBar chosen={chosen} onDone={packaged} />}
      {some === 0 ? (
        <p className="muted stands-none">{emptyWords()}</p>
      ) : tab === 'brackets' ? (
        <BracketTable rows={brackets} state={state} {...(arranges ? { chosen, onChoose: setChosen } : {})} />
      ) : tab === 'paragraphs' ? (
        <ParagraphTable rows={paragraphs} {...(arranges ? { chosen, onChoose: setChosen } : {})} />
      ) : (
        <PackageTable rows={packages} labels={overview.labels} places={overview.places} arranges={arranges} />
      )}
    </section>
  )

  function packaged(): void {
    setChosen(nothingChosen)
    onChange({ stands: 'packages' })
    heading.current?.focus()
  }

  function emptyWords(): string {
    if (party !== null) return say(words.nothingFor, { who: party })
    if (tab === 'packages') return say(arranges ? words.noPackagesChair : words.noPackages)
    const { agreed, all: counted } = agreementOf({ paragraphs: shown })
    return say(words.nothing, { agreed, all: counted })
  }
}

/** The three tables, one of them shown. */
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
