import type { Role } from '../../../schema/party/role.ts'
import { roles } from '../../../schema/party/role.ts'
import type { DeedType } from '../../../schema/record/deed.ts'
import { rights, seatOf, servesChair } from '../../../schema/record/rights.ts'
import type { Column } from '../../controls/table.tsx'
import { Table } from '../../controls/table.tsx'
import { deedNames, roleNames } from '../../lang/en/common.ts'
import { desk } from '../../lang/en/desk.ts'
import { useSay } from '../../lang/say.tsx'

interface Line {
  readonly id: string
  readonly words: string
  readonly may: (role: Role) => boolean
}

// In the order in which a negotiation meets them.
const deeds: readonly DeedType[] = [
  'comment',
  'position',
  'table',
  'revise',
  'cosponsor',
  'decline',
  'withdraw',
  'undertake',
  'ask',
  'rivals',
  'open',
  'seat',
  'meet',
  'rise',
  'rule',
  'amend',
  'status',
  'package',
  'publish',
]

/** Who may do what, drawn from the very table by which the server decides. */
export function Rights() {
  const say = useSay()
  const lines: readonly Line[] = [
    { id: 'read', words: say(desk.readTexts), may: () => true },
    { id: 'draft', words: say(desk.keepDraft), may: mayDraft },
    ...deeds.map((type) => ({
      id: type,
      words: say(deedNames[type]),
      may: (role: Role) => rights[role].includes(type),
    })),
    { id: 'admin', words: say(deedNames.admin), may: servesChair },
  ]
  const columns: readonly Column<Line>[] = [
    { id: 'act', header: say(desk.may), heads: true, cell: ({ words }) => words },
    ...roles.map((role) => ({
      id: role,
      header: say(roleNames[role]),
      cell: ({ may }: Line) =>
        may(role) ? <strong>{say(desk.yes)}</strong> : <span className="muted">{say(desk.no)}</span>,
    })),
  ]
  return (
    <section className="section rights">
      <p className="page-lead">{say(desk.rightsLead)}</p>
      <Table
        caption={say(desk.rightsCaption)}
        hideCaption
        columns={columns}
        rows={lines}
        keyOf={({ id }) => id}
      />
    </section>
  )
}

// Asked with a delegation, which delegates always have.
const mayDraft = (role: Role): boolean =>
  seatOf({ person: '', name: '', role, delegation: 'any', speaksFor: [] }) !== null
