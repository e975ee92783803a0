import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Party } from '../../../schema/party/party.ts'
import { membersOn } from '../../../schema/party/party.ts'
import type { Negotiation } from '../../api/answers.ts'
import { Button } from '../../controls/button.tsx'
import { Codes } from '../../controls/codes.tsx'
import { Empty } from '../../controls/notice.tsx'
import type { Column } from '../../controls/table.tsx'
import { Table } from '../../controls/table.tsx'
import { common, partyKindNames } from '../../lang/en/common.ts'
import { desk } from '../../lang/en/desk.ts'
import { useSay } from '../../lang/say.tsx'
import { AddParties } from './add-parties.tsx'
import { PartyDialog } from './party-dialog.tsx'

/** Delegations and groups of a negotiation. */
export function Parties({
  negotiation,
  runs,
}: {
  readonly negotiation: Negotiation
  readonly runs: boolean
}) {
  const say = useSay()
  const { locale } = useIntl()
  const { parties } = negotiation
  const [adding, setAdding] = useState(false)
  const [edited, setEdited] = useState<Party | 'new' | null>(null)
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const columns: readonly (Column<Party> | false)[] = [
    {
      id: 'code',
      header: say(desk.code),
      sortBy: ({ code }) => code,
      cell: ({ code }) => <bdi className="codes">{code}</bdi>,
    },
    {
      id: 'name',
      header: say(desk.name),
      heads: true,
      sortBy: ({ name }) => name,
      cell: ({ name }) => <bdi>{name}</bdi>,
    },
    {
      id: 'kind',
      header: say(desk.kind),
      sortBy: ({ kind }) => kind,
      cell: ({ kind }) => say(partyKindNames[kind]),
    },
    {
      id: 'members',
      header: say(desk.members),
      cell: (party) =>
        party.kind === 'group' ? (
          <Members codes={membersOn(party, today)} />
        ) : (
          <span className="muted">–</span>
        ),
    },
    runs && {
      id: 'acts',
      header: say(desk.act),
      acts: true,
      cell: (party) => (
        <Button onPress={() => setEdited(party)} aria-label={say(desk.editParty, { code: party.code })}>
          {say(common.change)}
        </Button>
      ),
    },
  ]
  const rows = parties.toSorted(
    (a, b) => Number(b.kind === 'group') - Number(a.kind === 'group') || a.name.localeCompare(b.name, locale),
  )
  return (
    <section className="section" aria-label={say(desk.parties)}>
      <div className="section-head">
        <p className="page-lead">{say(runs ? desk.partiesLead : desk.partiesLeadReader)}</p>
        {runs ? (
          <div className="page-actions">
            <Button onPress={() => setEdited('new')}>{say(desk.ownParty)}</Button>
            <Button tone="primary" onPress={() => setAdding(true)}>
              {say(desk.addParties)}
            </Button>
          </div>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <Empty>{say(desk.noParties)}</Empty>
      ) : (
        <Table
          caption={say(desk.partiesCaption, { count: rows.length })}
          columns={columns.filter((column) => column !== false)}
          rows={rows}
          keyOf={({ code }) => code}
        />
      )}
      <AddParties negotiation={negotiation} isOpen={adding} onClose={() => setAdding(false)} />
      <PartyDialog negotiation={negotiation} edited={edited} onClose={() => setEdited(null)} />
    </section>
  )
}

function Members({ codes }: { readonly codes: readonly string[] }) {
  const say = useSay()
  return codes.length === 0 ? (
    <span className="muted">{say(desk.membersToday, { count: 0 })}</span>
  ) : (
    <>
      {say(desk.membersToday, { count: codes.length })}
      {': '}
      <Codes codes={codes} most={6} />
    </>
  )
}
