import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Refusal } from '../../../schema/refusal.ts'
import type { CatalogueEntry, Negotiation } from '../../api/answers.ts'
import { catalogueQuery } from '../../api/queries.ts'
import { Button } from '../../controls/button.tsx'
import { matching } from '../../controls/combo-box.tsx'
import { Actions, Dialog } from '../../controls/dialog.tsx'
import { TextField } from '../../controls/field.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { giveReceipt } from '../../controls/receipts.tsx'
import { Tick } from '../../controls/tick.tsx'
import { Fetched } from '../../frame/waiting.tsx'
import { common, partyKindNames } from '../../lang/en/common.ts'
import { desk } from '../../lang/en/desk.ts'
import { useSay } from '../../lang/say.tsx'
import { putParty } from './put-party.ts'

interface Props {
  readonly negotiation: Negotiation
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Picks delegations and groups from the maintained list, as many at a time as wanted. */
export function AddParties({ negotiation, isOpen, onClose }: Props) {
  const say = useSay()
  const catalogue = useQuery({ ...catalogueQuery, enabled: isOpen })
  return (
    <Dialog title={say(desk.addParties)} isOpen={isOpen} onClose={onClose}>
      <p>{say(desk.addPartiesLead)}</p>
      <Fetched query={catalogue}>
        {(entries) => <Picker negotiation={negotiation} entries={entries} onClose={onClose} />}
      </Fetched>
    </Dialog>
  )
}

function Picker({
  negotiation,
  entries,
  onClose,
}: {
  readonly negotiation: Negotiation
  readonly entries: readonly CatalogueEntry[]
  readonly onClose: () => void
}) {
  const say = useSay()
  const queries = useQueryClient()
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [progress, setProgress] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const seated = new Set(negotiation.parties.map(({ code }) => code))
  const options = entries.map((entry) => ({ id: entry.code, code: entry.code, label: entry.name, entry }))
  const shown = matching(options, sought) as typeof options

  const add = async (): Promise<void> => {
    const picked = entries.filter(({ code }) => chosen.has(code))
    setRefusal(null)
    let done = 0
    let refused: Refusal | undefined
    for (const { code, name, kind } of picked) {
      setProgress(done)
      refused = await putParty(negotiation.id, { code, name, kind })
      if (refused) break
      done++
    }
    setProgress(null)
    await queries.invalidateQueries({ queryKey: ['negotiations'] })
    if (done > 0) giveReceipt(say(desk.added, { count: done }))
    if (!refused) return onClose()
    setRefusal(refused)
    setChosen(new Set(picked.slice(done).map(({ code }) => code)))
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.size > 0 && progress === null) void add()
      }}
    >
      <TextField
        type="search"
        label={say(desk.findParty)}
        value={sought}
        onChange={setSought}
        autoFocus
        optional
      />
      <output className="muted">
        {say(desk.shownOf, { shown: shown.length, all: entries.length })} ·{' '}
        {say(desk.chosen, { count: chosen.size })}
      </output>
      <ul className="picker" aria-label={say(desk.parties)}>
        {shown.map(({ id, entry }) => (
          <li key={id}>
            {seated.has(id) ? (
              <span className="picker-seated picker-entry muted">
                <bdi className="option-code">{id}</bdi>
                <span>
                  {entry.name} ({say(desk.seated)})
                </span>
              </span>
            ) : (
              <Tick
                isSelected={chosen.has(id)}
                onChange={(isSelected) => {
                  const next = new Set(chosen)
                  if (isSelected) next.add(id)
                  else next.delete(id)
                  setChosen(next)
                }}
              >
                <span className="picker-entry">
                  <bdi className="option-code">{id}</bdi>
                  <span>
                    {entry.name}
                    {entry.kind === 'state' ? null : (
                      <span className="muted"> · {say(partyKindNames[entry.kind])}</span>
                    )}
                  </span>
                </span>
              </Tick>
            )}
          </li>
        ))}
        {shown.length === 0 ? <li className="muted">{say(common.noMatch)}</li> : null}
      </ul>
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
      <Actions>
        <Button size="main" onPress={onClose}>
          {say(common.cancel)}
        </Button>
        <Button
          type="submit"
          size="main"
          tone="primary"
          isPending={progress !== null}
          refusal={chosen.size === 0 ? say(desk.chosen, { count: 0 }) : null}
        >
          {progress === null
            ? say(desk.addChosen, { count: chosen.size })
            : say(desk.adding, { done: progress, all: chosen.size })}
        </Button>
      </Actions>
    </form>
  )
}
