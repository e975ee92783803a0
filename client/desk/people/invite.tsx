import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { limits } from '../../../schema/record/deed.ts'
import type { Refusal } from '../../../schema/refusal.ts'
import { isRefusal } from '../../../schema/refusal.ts'
import type { IssuedInvitation, Negotiation } from '../../api/answers.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../controls/button.tsx'
import { copied } from '../../controls/clipboard.ts'
import { Actions, Dialog } from '../../controls/dialog.tsx'
import { TextField } from '../../controls/field.tsx'
import { Moment } from '../../controls/moment.tsx'
import { Notice, RefusalNotice } from '../../controls/notice.tsx'
import { common } from '../../lang/en/common.ts'
import type { Message } from '../../lang/area.ts'
import { desk } from '../../lang/en/desk.ts'
import { useSay } from '../../lang/say.tsx'
import type { Seat } from './seat-fields.tsx'
import { lacksDelegation, SeatFields } from './seat-fields.tsx'

/** Makes a one-use link for a person and shows it, once. */
export function InviteDialog({
  negotiation,
  isOpen,
  onClose,
}: {
  readonly negotiation: Negotiation
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const say = useSay()
  const [issued, setIssued] = useState<{ readonly name: string; readonly link: IssuedInvitation } | null>(
    null,
  )
  const close = (): void => {
    setIssued(null)
    onClose()
  }
  return (
    <Dialog
      title={issued ? say(desk.linkTitle, { name: issued.name }) : say(desk.inviteTitle)}
      isOpen={isOpen}
      onClose={close}
      // A click beside it would lose a link that is shown only once.
      alert={issued !== null}
    >
      {issued ? (
        <IssuedLink name={issued.name} link={issued.link} onClose={close} />
      ) : (
        <InviteForm
          negotiation={negotiation}
          onClose={close}
          onIssued={(name, link) => setIssued({ name, link })}
        />
      )}
    </Dialog>
  )
}

function InviteForm({
  negotiation,
  onClose,
  onIssued,
}: {
  readonly negotiation: Negotiation
  readonly onClose: () => void
  readonly onIssued: (name: string, link: IssuedInvitation) => void
}) {
  const say = useSay()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [seat, setSeat] = useState<Seat>({ role: 'delegate', delegation: null, speaksFor: [] })
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const invite = async (): Promise<void> => {
    setPending(true)
    const answer = await request<IssuedInvitation>(
      'POST',
      `/api/negotiations/${encodeURIComponent(negotiation.id)}/invitations`,
      { body: { name: name.trim(), ...(email.trim() === '' ? {} : { email: email.trim() }), ...seat } },
    )
    setPending(false)
    if (isRefusal(answer)) return setRefusal(answer)
    await queries.invalidateQueries({ queryKey: ['negotiations', negotiation.id] })
    onIssued(name.trim(), answer)
  }
  const missing =
    name.trim() === '' ? say(desk.personNameHelp) : lacksDelegation(seat) ? say(desk.delegationNeeded) : null
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing && !pending) void invite()
      }}
    >
      <TextField
        label={say(desk.personName)}
        description={say(desk.personNameHelp)}
        value={name}
        onChange={setName}
        maxLength={limits.name}
        autoComplete="off"
        autoFocus
      />
      <TextField
        type="email"
        label={say(desk.email)}
        description={say(desk.emailHelp)}
        value={email}
        onChange={setEmail}
        maxLength={limits.name}
        autoComplete="off"
        optional
      />
      <SeatFields seat={seat} onChange={setSeat} parties={negotiation.parties} />
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
      <Actions>
        <Button size="main" onPress={onClose}>
          {say(common.cancel)}
        </Button>
        <Button type="submit" size="main" tone="primary" isPending={pending} refusal={missing}>
          {say(desk.makeLink)}
        </Button>
      </Actions>
    </form>
  )
}

function IssuedLink({
  name,
  link,
  onClose,
}: {
  readonly name: string
  readonly link: IssuedInvitation
  readonly onClose: () => void
}) {
  const say = useSay()
  const [said, setSaid] = useState<Message | null>(null)
  return (
    <div className="stack">
      <Notice>
        <p>{say(desk.linkOnce, { name })}</p>
      </Notice>
      <TextField label={say(desk.link)} value={link.url} onChange={() => undefined} readOnly autoFocus />
      <p className="muted">
        {say(desk.linkExpires)} <Moment iso={link.expires} both />.
      </p>
      <output>{said && say(said)}</output>
      <Actions>
        <Button size="main" onPress={onClose}>
          {say(desk.doneLink)}
        </Button>
        <Button
          size="main"
          tone="primary"
          onPress={() =>
            void copied(link.url).then((done) => setSaid(done ? desk.linkCopied : desk.copyFailed))
          }
        >
          {say(desk.copyLink)}
        </Button>
      </Actions>
    </div>
  )
}
