import { type ReactNode, useState } from 'react'
import { chairCode } from '../../../schema/party/party.ts'
import { Button } from '../../controls/button.tsx'
import { TextField } from '../../controls/field.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { Tick } from '../../controls/tick.tsx'
import { asking } from '../../lang/en/asking.ts'
import { drafting as words } from '../../lang/en/drafting.ts'
import { Say, useSay } from '../../lang/say.tsx'
import type { Description } from '../../../schema/proposal/describe.ts'
import { type Refusal } from '../../../schema/refusal.ts'
import { useRoom } from '../context.ts'
import { paragraphOf } from '../place.ts'
import { PartyList } from '../dialogs/party-list.tsx'
import { Sentence } from '../wording/sentence.tsx'
import { useAskedBy } from '../wording/sentences.tsx'
import { type Choice, isChosen, join, joinable, joinAll, tick } from './choice.ts'
import type { DeskChange } from './desk-change.ts'

/** What goes along with what is tabled. */
export interface Company {
  readonly rationale: string
  readonly invite: readonly string[]
  readonly alternatives: readonly number[]
}

/** Nothing goes with the changes. */
export const noCompany: Company = { rationale: '', invite: [], alternatives: [] }

/** The changes of a draft as a list: choose, join, discard; and the words that say what will be tabled. */
export function ChangeList({
  changes,
  choice,
  before,
  onChoice,
  onShow,
  queued,
  onDiscard,
}: {
  readonly changes: readonly DeskChange[]
  readonly choice: Choice
  readonly before: ReadonlySet<string>
  readonly onChoice: (choice: Choice) => void
  readonly onShow: (change: DeskChange) => void
  /** Names of those that wait on this device to be tabled. */
  readonly queued: ReadonlySet<string>
  readonly onDiscard: (change: DeskChange) => void
}) {
  const say = useSay()
  const { speaker } = useRoom()
  const who = speaker === null ? [] : [speaker]
  if (changes.length === 0) return <p className="muted desk-none">{say(words.none)}</p>
  const together = joinable(changes, choice, before)
  return (
    <>
      {together.length > 1 && (
        <Tick
          isSelected={together.slice(1).every(({ name }) => choice.joined.has(name))}
          onChange={(on) => onChoice(joinAll(choice, together, on))}
        >
          {say(asking.together)}
        </Tick>
      )}
      <ol className="desk-changes">
        {changes.map((change, i) => {
          const chosen = isChosen(change, choice, before)
          const last = changes.slice(0, i).findLast((one) => isChosen(one, choice, before))
          const joins = chosen && last !== undefined && last.revises === null && change.revises === null
          return (
            <li key={change.name} className={chosen ? 'desk-change chosen' : 'desk-change'}>
              <Tick
                isSelected={chosen}
                onChange={(on) => onChoice(tick(choice, change.name, on))}
                label={say(words.choose)}
              />
              <div className="desk-change-words">
                <button type="button" className="desk-show" onClick={() => onShow(change)} dir="auto">
                  <Sentence who={who} of={change.description} />
                </button>
                {queued.has(change.name) && <p className="desk-standing">{say(words.queuedChange)}</p>}
                <Standing change={change} />
                <div className="desk-change-deeds">
                  {joins && (
                    <Tick
                      isSelected={choice.joined.has(change.name)}
                      onChange={(on) => onChoice(join(choice, change.name, on))}
                    >
                      {say(words.join)}
                    </Tick>
                  )}
                  {change.tabled === null && (
                    <Button tone="quiet" onPress={() => onDiscard(change)}>
                      {say(words.discard)}
                    </Button>
                  )}
                </div>
              </div>
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** How a change stands to what is tabled already, with the way there. */
function Standing({ change }: { readonly change: DeskChange }) {
  const say = useSay()
  const { state, speaker, mayI, act, goToProposal, named } = useRoom()
  const askedBy = useAskedBy()
  const { tabled, revises, like } = change
  if (tabled !== null)
    return (
      <p className="desk-standing">
        {say(words.tabledAs, { n: tabled })}{' '}
        <Button tone="quiet" onPress={() => goToProposal(tabled)}>
          {say(words.show)}
        </Button>
      </p>
    )
  if (revises !== null) return <p className="desk-standing">{say(words.revises, { n: revises })}</p>
  const other = like === null ? undefined : state.proposals.get(like)
  if (!other || speaker === null) return null
  const version = other.versions.at(-1)?.version ?? 1
  const deed = {
    type: 'position',
    on: { proposal: other.id, version },
    stance: 'supports',
    reason: '',
    condition: '',
  } as const
  return (
    <p className="desk-standing desk-like">
      {say(named ? words.like : words.likeUnnamed, { who: askedBy(other).join(', '), n: other.id })}{' '}
      <Button refusal={mayI(deed)} onPress={() => void act(deed)}>
        {say(words.supportInstead)}
      </Button>
    </p>
  )
}

/** The sentences of what will be tabled, what goes along, and the button. */
export function TableForm({
  proposals,
  sentencesOf,
  company,
  offline,
  pending,
  refusal,
  onCompany,
  onTable,
  extra,
}: {
  readonly proposals: readonly (readonly DeskChange[])[]
  /** What a proposal asks for, as it would be tabled: a next version with all that it goes on asking for. */
  readonly sentencesOf: (unit: readonly DeskChange[]) => readonly Description[]
  readonly company: Company
  readonly offline: boolean
  readonly pending: boolean
  /** Why what is chosen cannot be tabled now. */
  readonly refusal: Refusal | null
  readonly onCompany: (company: Company) => void
  readonly onTable: () => void
  /** Further ways to bring the words in, as the chair's pen. */
  readonly extra?: ReactNode
}) {
  const say = useSay()
  const { state, speaker } = useRoom()
  const [more, setMore] = useState(false)
  const who = speaker ?? say(words.chair)
  const fresh = proposals.some(([first]) => first?.revises === null)
  const rivals = [...state.proposals.values()].filter(
    ({ status, sponsors }) => status === 'open' && !sponsors.includes(speaker ?? chairCode),
  )
  const here = new Set(proposals.flatMap((one) => one.map(({ paragraph }) => paragraph)))
  const nearby = rivals.filter((proposal) => here.has(paragraphOf(state, proposal)))
  return (
    <section className="desk-table" aria-label={say(words.table)}>
      <div className="desk-live" aria-live="polite">
        {proposals.length === 0 ? (
          <p className="muted">{say(words.nothingChosen)}</p>
        ) : (
          proposals.map((changes) => (
            <p key={changes.map(({ name }) => name).join('+')} className="sentence" dir="auto">
              {sentencesOf(changes).map((description, i) => (
                <span key={`${i}:${description.code}`}>
                  {i > 0 && <> {say(words.and)} </>}
                  <Sentence who={speaker === null ? [] : [speaker]} of={description} />
                </span>
              ))}
            </p>
          ))
        )}
      </div>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Button tone="quiet" aria-expanded={more} onPress={() => setMore(!more)}>
        {say(words.company)}
      </Button>
      {more && (
        <div className="stack">
          <TextField
            label={say(words.rationale)}
            value={company.rationale}
            onChange={(rationale) => onCompany({ ...company, rationale })}
            optional
            rows={3}
          />
          {fresh && (
            <PartyList
              label={say(words.invite)}
              help={say(words.inviteHelp)}
              codes={company.invite}
              except={speaker === null ? [] : [speaker]}
              onChange={(invite) => onCompany({ ...company, invite })}
            />
          )}
          {fresh && nearby.length > 0 && (
            <fieldset className="stack">
              <legend className="label">{say(words.alternatives)}</legend>
              {nearby.map(({ id, sponsors }) => (
                <Tick
                  key={id}
                  isSelected={company.alternatives.includes(id)}
                  onChange={(on) =>
                    onCompany({
                      ...company,
                      alternatives: on
                        ? [...company.alternatives, id]
                        : company.alternatives.filter((other) => other !== id),
                    })
                  }
                >
                  {id} · {sponsors.join(', ')}
                </Tick>
              ))}
            </fieldset>
          )}
        </div>
      )}
      <div className="desk-table-deeds">
        <Button
          tone="primary"
          size="main"
          isPending={pending}
          refusal={proposals.length === 0 ? say(words.nothingChosen) : refusal}
          onPress={onTable}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {say(offline ? words.tableLater : words.tableFor, { count: proposals.length, who })}
        </Button>
        {extra}
      </div>
      <p className="publishes">
        <Say of={offline ? words.tableLaterHint : words.tableHint} facts={{ who }} />
      </p>
    </section>
  )
}
