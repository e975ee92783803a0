import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { chairCode } from '../../../schema/party/party.ts'
import type { Corrections, Understanding } from '../../../schema/imported/written.ts'
import type { Refusal } from '../../../schema/refusal.ts'
import type { CatalogueEntry, Negotiation } from '../../api/answers.ts'
import { Button } from '../../controls/button.tsx'
import { ComboBox } from '../../controls/combo-box.tsx'
import { Empty, RefusalNotice } from '../../controls/notice.tsx'
import { giveReceipt } from '../../controls/receipts.tsx'
import { bracketing } from '../../lang/en/bracketing.ts'
import { useSay } from '../../lang/say.tsx'
import { PartyDialog } from '../people/party-dialog.tsx'
import { codePattern, putParty } from '../people/put-party.ts'
import type { ReviewActs } from '../importing/use-review.ts'
import { alikeTo } from './alike.ts'

type Name = Understanding['names'][number]

/** True of a name that stands for nobody, and of which nobody said that it should. */
export const isUnknown = ({ text, code }: Name, { names }: Corrections): boolean =>
  code === null && names[text] === undefined

/** Every name that was read, the unknown first, and for whom it was taken. */
export function Names({
  names,
  corrections,
  negotiation,
  catalogue,
  lexicon,
  acts,
}: {
  readonly names: Understanding['names']
  readonly corrections: Corrections
  readonly negotiation: Negotiation
  readonly catalogue: readonly CatalogueEntry[]
  readonly lexicon: ReadonlyMap<string, string>
  readonly acts: Pick<ReviewActs, 'setName'>
}) {
  const say = useSay()
  const [adding, setAdding] = useState<string | null>(null)
  if (names.length === 0) return <Empty>{say(bracketing.noNames)}</Empty>
  const rank = (name: Name): number => (isUnknown(name, corrections) ? 0 : name.code === null ? 1 : 2)
  const sorted = [...names].sort((a, b) => rank(a) - rank(b) || b.count - a.count)
  const seated = new Set(negotiation.parties.map(({ code }) => code))
  const entryOf = ({ text }: Name): CatalogueEntry | undefined => {
    const code = lexicon.get(text)
    return code === undefined || seated.has(code) ? undefined : catalogue.find((entry) => entry.code === code)
  }
  const misspelt = (name: Name): Meant | null => {
    if (!isUnknown(name, corrections) || entryOf(name)) return null
    const code = alikeTo(name.text, [
      ...negotiation.parties.flatMap((party) => [[party.name, party.code] as const]),
      ...lexicon,
    ])
    const party = negotiation.parties.find((one) => one.code === code && code !== chairCode)
    const entry = party ? undefined : catalogue.find((one) => one.code === code)
    return party ? { party, isSeated: true } : entry ? { party: entry, isSeated: false } : null
  }
  const entriesFor = (all: readonly Name[]): CatalogueEntry[] => [
    ...new Set(all.filter((name) => isUnknown(name, corrections)).flatMap((name) => entryOf(name) ?? [])),
  ]
  return (
    <>
      <p className="muted">{say(bracketing.namesLead)}</p>
      <AddKnown negotiation={negotiation} entries={entriesFor(sorted)} />
      <ul className="named-list">
        {sorted.map((name) => (
          <Named
            key={name.text}
            name={name}
            corrections={corrections}
            negotiation={negotiation}
            entry={entryOf(name)}
            meant={misspelt(name)}
            onName={(code) => acts.setName(name.text, code)}
            onAdd={() => setAdding(name.text)}
          />
        ))}
      </ul>
      <PartyDialog
        negotiation={negotiation}
        edited={adding === null ? null : 'new'}
        suggested={adding === null ? undefined : suggestionFor(adding)}
        onSaved={({ code }) => (adding === null ? undefined : acts.setName(adding, code))}
        onClose={() => setAdding(null)}
      />
    </>
  )
}

const suggestionFor = (name: string): { code: string; name: string } => ({
  code: codePattern.test(name) ? name : '',
  name,
})

/** Adds everybody of the maintained list who is named and not seated, at once. */
function AddKnown({
  negotiation,
  entries,
}: {
  readonly negotiation: Negotiation
  readonly entries: readonly CatalogueEntry[]
}) {
  const say = useSay()
  const { formatList } = useIntl()
  const { pending, refusal, add } = useAdding(negotiation)
  if (entries.length < 2) return null
  const codes = formatList(
    entries.map(({ code }) => code),
    { type: 'conjunction' },
  )
  return (
    <div>
      <Button isPending={pending} onPress={() => void add(entries)}>
        {say(bracketing.addKnown, { count: entries.length })}
      </Button>
      <p className="muted">{codes}</p>
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
    </div>
  )
}

/** Names delegations of the list as parties of the negotiation; the text is read again with them. */
function useAdding(negotiation: Negotiation) {
  const say = useSay()
  const { formatList } = useIntl()
  const queries = useQueryClient()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  /** Resolves to true once all of them are parties. */
  const add = async (entries: readonly CatalogueEntry[]): Promise<boolean> => {
    setPending(true)
    setRefusal(null)
    const added: string[] = []
    for (const { code, name, kind } of entries) {
      const refused = await putParty(negotiation.id, { code, name, kind })
      if (refused) {
        setRefusal(refused)
        break
      }
      added.push(code)
    }
    await queries.invalidateQueries({ queryKey: ['negotiations'] })
    setPending(false)
    if (added.length > 0)
      giveReceipt(
        say(bracketing.added, { codes: formatList(added, { type: 'conjunction' }), count: added.length }),
      )
    return added.length === entries.length
  }
  return { pending, refusal, add }
}

/** Whom a misspelt name probably means. */
interface Meant {
  readonly party: CatalogueEntry
  readonly isSeated: boolean
}

function Named({
  name,
  corrections,
  negotiation,
  entry,
  meant,
  onName,
  onAdd,
}: {
  readonly name: Name
  readonly corrections: Corrections
  readonly negotiation: Negotiation
  /** The delegation of the maintained list that bears this name and is not seated yet. */
  readonly entry: CatalogueEntry | undefined
  readonly meant: Meant | null
  readonly onName: (code: string | null) => void
  readonly onAdd: () => void
}) {
  const say = useSay()
  const { pending, refusal, add } = useAdding(negotiation)
  const { text, code, count } = name
  const { parties } = negotiation
  const unknown = isUnknown(name, corrections)
  return (
    <li className="named">
      <p className="named-head">
        <strong>
          <bdi>{text}</bdi>
        </strong>{' '}
        <span className="muted">{say(bracketing.nameCount, { count })}</span>{' '}
        {code !== null ? null : (
          <span className={unknown ? 'review-unsure' : 'muted'}>
            {!unknown
              ? say(bracketing.leftOut)
              : entry
                ? say(bracketing.notSeated, { name: entry.name })
                : say(bracketing.unknown)}
          </span>
        )}
      </p>
      <ComboBox
        label={say(bracketing.standsFor, { name: text })}
        hideLabel
        opens="input"
        options={parties
          .filter((party) => party.code !== chairCode)
          .map((party) => ({ id: party.code, code: party.code, label: party.name }))}
        value={code}
        onChange={(chosen) => onName(chosen)}
      />
      {unknown ? (
        <div className="named-acts">
          {meant ? (
            <Button
              isPending={pending}
              onPress={() =>
                void (meant.isSeated ? Promise.resolve(true) : add([meant.party])).then((isParty) =>
                  isParty ? onName(meant.party.code) : undefined,
                )
              }
            >
              {say(meant.isSeated ? bracketing.means : bracketing.meansNew, {
                name: meant.party.name,
                code: meant.party.code,
              })}
            </Button>
          ) : null}
          {entry ? (
            <Button isPending={pending} onPress={() => void add([entry])}>
              {say(bracketing.addAs, { code: entry.code })}
            </Button>
          ) : (
            <Button onPress={onAdd}>{say(bracketing.addNew)}</Button>
          )}
          <Button tone="quiet" onPress={() => onName(null)}>
            {say(bracketing.leave)}
          </Button>
        </div>
      ) : null}
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
    </li>
  )
}
