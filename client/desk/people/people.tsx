import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { servesChair } from '../../../schema/record/rights.ts'
import type { Invitation, Member, Negotiation } from '../../api/answers.ts'
import { meQuery } from '../../api/queries.ts'
import { Button } from '../../controls/button.tsx'
import { Codes } from '../../controls/codes.tsx'
import { Moment } from '../../controls/moment.tsx'
import type { Column } from '../../controls/table.tsx'
import { Table } from '../../controls/table.tsx'
import { common, roleNames } from '../../lang/en/common.ts'
import { desk } from '../../lang/en/desk.ts'
import type { Sayer } from '../../lang/say.tsx'
import { useSay } from '../../lang/say.tsx'
import { InviteDialog } from './invite.tsx'
import { RevokeLink, RevokeSeat, SeatDialog } from './seat-dialogs.tsx'
import type { Seat } from './seat-fields.tsx'

/** People with a seat, and links that wait to be used. */
export function People({ negotiation }: { readonly negotiation: Negotiation }) {
  const say = useSay()
  const me = useQuery(meQuery).data?.person.id
  const { members = [], invitations = [] } = negotiation
  const [inviting, setInviting] = useState(false)
  const [changed, setChanged] = useState<Member | null>(null)
  const [leaving, setLeaving] = useState<Member | null>(null)
  const [withdrawn, setWithdrawn] = useState<Invitation | null>(null)
  const chairs = members.filter(({ role }) => servesChair(role)).length
  const lastChair = (member: Member | null): string | undefined =>
    member && servesChair(member.role) && chairs === 1 ? say(desk.lastChair) : undefined

  const memberColumns: readonly Column<Member>[] = [
    {
      id: 'name',
      header: say(desk.personName),
      heads: true,
      sortBy: ({ name }) => name,
      cell: ({ name, email, person }) => (
        <>
          <bdi>{name}</bdi>
          {person === me ? <span className="muted"> ({say(desk.you)})</span> : null}
          {email ? <span className="option-help">{email}</span> : null}
        </>
      ),
    },
    ...seatColumns<Member>(say),
    {
      id: 'acts',
      header: say(desk.act),
      acts: true,
      cell: (member) => (
        <span className="row-acts">
          <Button onPress={() => setChanged(member)} aria-label={say(desk.changeSeat, { name: member.name })}>
            {say(common.change)}
          </Button>
          <Button
            tone="danger"
            onPress={() => setLeaving(member)}
            refusal={lastChair(member)}
            aria-label={say(desk.revokeOf, { name: member.name })}
          >
            {say(desk.revoke)}
          </Button>
        </span>
      ),
    },
  ]
  const linkColumns: readonly Column<Invitation>[] = [
    {
      id: 'name',
      header: say(desk.personName),
      heads: true,
      cell: ({ name, email }) => (
        <>
          <bdi>{name}</bdi>
          {email ? <span className="option-help">{email}</span> : null}
        </>
      ),
    },
    ...seatColumns<Invitation>(say),
    { id: 'expires', header: say(desk.expires), cell: ({ expires }) => <Moment iso={expires} both /> },
    {
      id: 'acts',
      header: say(desk.act),
      acts: true,
      cell: (invitation) => (
        <Button
          tone="danger"
          onPress={() => setWithdrawn(invitation)}
          aria-label={say(desk.withdrawLinkOf, { name: invitation.name })}
        >
          {say(desk.withdrawLink)}
        </Button>
      ),
    },
  ]
  return (
    <>
      <section className="section" aria-label={say(desk.people)}>
        <div className="section-head">
          <p className="page-lead">{say(desk.peopleLead)}</p>
          <Button tone="primary" onPress={() => setInviting(true)}>
            {say(desk.invite)}
          </Button>
        </div>
        <Table
          caption={say(desk.peopleCaption, { count: members.length })}
          columns={memberColumns}
          rows={members}
          keyOf={({ person }) => person}
        />
      </section>
      <section className="section" aria-labelledby="invitations">
        <h2 id="invitations">{say(desk.invitations)}</h2>
        {invitations.length === 0 ? (
          <p className="muted">{say(desk.noInvitations)}</p>
        ) : (
          <Table
            caption={say(desk.invitationsCaption, { count: invitations.length })}
            columns={linkColumns}
            rows={invitations}
            keyOf={({ id }) => id}
          />
        )}
      </section>
      <InviteDialog negotiation={negotiation} isOpen={inviting} onClose={() => setInviting(false)} />
      <SeatDialog
        negotiation={negotiation}
        member={changed}
        fixedRole={lastChair(changed)}
        onClose={() => setChanged(null)}
      />
      <RevokeSeat negotiation={negotiation} member={leaving} onClose={() => setLeaving(null)} />
      <RevokeLink negotiation={negotiation} invitation={withdrawn} onClose={() => setWithdrawn(null)} />
    </>
  )
}

function seatColumns<Row extends Seat>(say: Sayer): readonly Column<Row>[] {
  return [
    {
      id: 'delegation',
      header: say(desk.delegation),
      sortBy: ({ delegation }) => delegation ?? '',
      cell: ({ delegation }) =>
        delegation === null ? (
          <span className="muted">{say(desk.none)}</span>
        ) : (
          <bdi className="codes">{delegation}</bdi>
        ),
    },
    {
      id: 'role',
      header: say(desk.role),
      sortBy: ({ role }) => role,
      cell: ({ role }) => say(roleNames[role]),
    },
    {
      id: 'speaksFor',
      header: say(desk.speaksFor),
      cell: ({ speaksFor }) =>
        speaksFor.length === 0 ? (
          <span className="muted">{say(desk.none)}</span>
        ) : (
          <Codes codes={speaksFor} most={6} />
        ),
    },
  ]
}
