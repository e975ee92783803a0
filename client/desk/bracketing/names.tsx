import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
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
import { PartyDialog } from '../party-dialog.tsx'
import { codePattern, putParty } from '../put-party.ts'
import type { ReviewActs } from '../use-review.ts'

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
  return (
    <>
      <p className="muted">{say(bracketing.namesLead)}</p>
      <ul className="named-list">
        {sorted.map((name) => (
          <Named
            key={name.text}
            name={name}
            corrections={corrections}
            negotiation={negotiation}
            entry={catalogue.find(({ code }) => code === lexicon.get(name.text))}
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

function Named({
  name,
  corrections,
  negotiation,
  entry,
  onName,
  onAdd,
}: {
  readonly name: Name
  readonly corrections: Corrections
  readonly negotiation: Negotiation
  /** The delegation of the maintained list that bears this name. */
  readonly entry: CatalogueEntry | undefined
  readonly onName: (code: string | null) => void
  readonly onAdd: () => void
}) {
  const say = useSay()
  const queries = useQueryClient()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { text, code, count } = name
  const { parties } = negotiation
  const unknown = isUnknown(name, corrections)
  const add = async ({ code: added, name: full, kind }: CatalogueEntry): Promise<void> => {
    setPending(true)
    const refused = await putParty(negotiation.id, { code: added, name: full, kind })
    setPending(false)
    if (refused) return setRefusal(refused)
    await queries.invalidateQueries({ queryKey: ['negotiations'] })
    giveReceipt(say(bracketing.addedAs, { code: added }))
    onName(added)
  }
  const isSeated = parties.some((party) => party.code === entry?.code)
  return (
    <li className="named">
      <p className="named-head">
        <strong>
          <bdi>{text}</bdi>
        </strong>{' '}
        <span className="muted">{say(bracketing.nameCount, { count })}</span>{' '}
        {code !== null ? null : (
          <span className={unknown ? 'review-unsure' : 'muted'}>
            {say(unknown ? bracketing.unknown : bracketing.leftOut)}
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
          {entry && !isSeated ? (
            <Button isPending={pending} onPress={() => void add(entry)}>
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
