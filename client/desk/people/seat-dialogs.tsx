import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Refusal } from '../../../schema/refusal.ts'
import { isRefusal } from '../../../schema/refusal.ts'
import type { Invitation, Member, Negotiation } from '../../api/answers.ts'
import type { Method } from '../../api/request.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../controls/button.tsx'
import { ConfirmDialog } from '../../controls/confirm.tsx'
import { Actions, Dialog } from '../../controls/dialog.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { giveReceipt } from '../../controls/receipts.tsx'
import { common, roleNames } from '../../lang/en/common.ts'
import { desk } from '../../lang/en/desk.ts'
import { useSay } from '../../lang/say.tsx'
import type { Seat } from './seat-fields.tsx'
import { lacksDelegation, SeatFields } from './seat-fields.tsx'

/** Sends a change about people, shows its receipt and brings the lists up to date. */
function useChange(negotiation: string) {
  const queries = useQueryClient()
  return async (
    method: Method,
    path: string,
    body: unknown,
    receipt: string,
  ): Promise<Refusal | undefined> => {
    const answer = await request(method, path, { ...(body === undefined ? {} : { body }), repeatable: true })
    if (isRefusal(answer)) return answer
    await queries.invalidateQueries({ queryKey: ['negotiations', negotiation] })
    await queries.invalidateQueries({ queryKey: ['me'] })
    giveReceipt(receipt)
    return undefined
  }
}

const memberPath = (negotiation: string, person: string): string =>
  `/api/negotiations/${encodeURIComponent(negotiation)}/members/${encodeURIComponent(person)}`

/** Changes what a person may be; null closes it. */
export function SeatDialog({
  negotiation,
  member,
  fixedRole,
  onClose,
}: {
  readonly negotiation: Negotiation
  readonly member: Member | null
  readonly fixedRole?: string | undefined
  readonly onClose: () => void
}) {
  const say = useSay()
  return (
    <Dialog
      title={say(desk.changeSeat, { name: member?.name ?? '' })}
      isOpen={member !== null}
      onClose={onClose}
    >
      {member ? (
        <SeatForm negotiation={negotiation} member={member} fixedRole={fixedRole} onClose={onClose} />
      ) : null}
    </Dialog>
  )
}

function SeatForm({
  negotiation,
  member,
  fixedRole,
  onClose,
}: {
  readonly negotiation: Negotiation
  readonly member: Member
  readonly fixedRole: string | undefined
  readonly onClose: () => void
}) {
  const say = useSay()
  const change = useChange(negotiation.id)
  const { person, name, role, delegation, speaksFor } = member
  const [seat, setSeat] = useState<Seat>({ role, delegation, speaksFor })
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const save = async (): Promise<void> => {
    setPending(true)
    const receipt = say(desk.seatSaved, { name, role: say(roleNames[seat.role]) })
    const refused = await change('PATCH', memberPath(negotiation.id, person), seat, receipt)
    setPending(false)
    if (refused) setRefusal(refused)
    else onClose()
  }
  const missing = lacksDelegation(seat) ? say(desk.delegationNeeded) : null
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing && !pending) void save()
      }}
    >
      <SeatFields seat={seat} onChange={setSeat} parties={negotiation.parties} fixedRole={fixedRole} />
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
      <Actions>
        <Button size="main" onPress={onClose}>
          {say(common.cancel)}
        </Button>
        <Button type="submit" size="main" tone="primary" isPending={pending} refusal={missing}>
          {say(common.save)}
        </Button>
      </Actions>
    </form>
  )
}

/** Asks once more before a seat is taken away; null closes it. */
export function RevokeSeat({
  negotiation,
  member,
  onClose,
}: {
  readonly negotiation: Negotiation
  readonly member: Member | null
  readonly onClose: () => void
}) {
  const say = useSay()
  const change = useChange(negotiation.id)
  const name = member?.name ?? ''
  return (
    <ConfirmDialog
      title={say(desk.revokeTitle, { name })}
      isOpen={member !== null}
      onClose={onClose}
      action={say(desk.revoke)}
      tone="danger"
      onConfirm={async () =>
        member
          ? change(
              'DELETE',
              memberPath(negotiation.id, member.person),
              undefined,
              say(desk.revoked, { name }),
            )
          : undefined
      }
    >
      <p>{say(desk.revokeWarning, { name })}</p>
    </ConfirmDialog>
  )
}

/** Asks once more before an unused link stops working; null closes it. */
export function RevokeLink({
  negotiation,
  invitation,
  onClose,
}: {
  readonly negotiation: Negotiation
  readonly invitation: Invitation | null
  readonly onClose: () => void
}) {
  const say = useSay()
  const change = useChange(negotiation.id)
  const name = invitation?.name ?? ''
  return (
    <ConfirmDialog
      title={say(desk.withdrawTitle, { name })}
      isOpen={invitation !== null}
      onClose={onClose}
      action={say(desk.withdrawLink)}
      tone="danger"
      onConfirm={async () =>
        invitation
          ? change(
              'DELETE',
              `/api/invitations/${encodeURIComponent(invitation.id)}`,
              undefined,
              say(desk.withdrawn, { name }),
            )
          : undefined
      }
    >
      <p>{say(desk.withdrawWarning)}</p>
    </ConfirmDialog>
  )
}
