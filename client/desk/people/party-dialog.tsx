import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Membership, Party, PartyKind } from '../../../schema/party/party.ts'
import { chairCode, partyKinds } from '../../../schema/party/party.ts'
import { limits } from '../../../schema/record/deed.ts'
import type { Refusal } from '../../../schema/refusal.ts'
import type { Negotiation } from '../../api/answers.ts'
import { Button } from '../../controls/button.tsx'
import { Actions, Dialog } from '../../controls/dialog.tsx'
import { TextField } from '../../controls/field.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { giveReceipt } from '../../controls/receipts.tsx'
import { Select } from '../../controls/select.tsx'
import { common, partyKindNames } from '../../lang/en/common.ts'
import { desk } from '../../lang/en/desk.ts'
import { useSay } from '../../lang/say.tsx'
import { MemberList } from './member-list.tsx'
import { codePattern, putParty } from './put-party.ts'

interface Props {
  readonly negotiation: Negotiation
  /** The party to change, `new` for one not in the list, null when the dialog is closed. */
  readonly edited: Party | 'new' | null
  /** What a new one may be called, where that is known. */
  readonly suggested?: Partial<Pick<Party, 'code' | 'name' | 'kind'>> | undefined
  readonly onSaved?: ((party: Party) => void) | undefined
  readonly onClose: () => void
}

/** Names a party that the list does not have, or changes a name or a group's dated membership. */
export function PartyDialog({ negotiation, edited, suggested, onSaved, onClose }: Props) {
  const say = useSay()
  const isNew = edited === 'new'
  return (
    <Dialog
      title={isNew || edited === null ? say(desk.ownParty) : say(desk.editParty, { code: edited.code })}
      isOpen={edited !== null}
      onClose={onClose}
    >
      {edited === null ? null : (
        <PartyForm
          negotiation={negotiation}
          party={isNew ? null : edited}
          suggested={isNew ? suggested : undefined}
          onSaved={onSaved}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

function PartyForm({
  negotiation,
  party,
  suggested,
  onSaved,
  onClose,
}: Pick<Props, 'negotiation' | 'suggested' | 'onSaved' | 'onClose'> & { readonly party: Party | null }) {
  const say = useSay()
  const queries = useQueryClient()
  const [code, setCode] = useState(party?.code ?? suggested?.code ?? '')
  const [name, setName] = useState(party?.name ?? suggested?.name ?? '')
  const [kind, setKind] = useState<PartyKind>(party?.kind ?? suggested?.kind ?? 'group')
  const [members, setMembers] = useState<readonly Membership[]>(party?.members ?? [])
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const problem = codeProblem(code.trim(), party, negotiation.parties)
  const datesWrong = members.some(({ from, until }) => from === '' || (until !== undefined && until <= from))

  const save = async (): Promise<void> => {
    setPending(true)
    const saved: Party = {
      code: code.trim(),
      name: name.trim(),
      kind,
      ...(kind === 'group' ? { members } : {}),
    }
    const refused = await putParty(negotiation.id, saved)
    setPending(false)
    if (refused) return setRefusal(refused)
    await queries.invalidateQueries({ queryKey: ['negotiations'] })
    giveReceipt(say(desk.partySaved, { code: saved.code }))
    onSaved?.(saved)
    onClose()
  }

  const missing =
    problem !== null || name.trim() === '' ? say(desk.codeHelp) : datesWrong ? say(desk.dates) : null
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing && !pending) void save()
      }}
    >
      {party ? null : (
        <TextField
          label={say(desk.code)}
          description={say(desk.codeHelp)}
          value={code}
          onChange={setCode}
          maxLength={limits.code}
          autoFocus
          error={
            code === '' || problem === null
              ? undefined
              : say(problem === 'taken' ? desk.codeTaken : desk.codeWrong, { code: code.trim() })
          }
        />
      )}
      <TextField label={say(desk.name)} value={name} onChange={setName} maxLength={limits.name} />
      {party ? null : (
        <Select
          label={say(desk.kind)}
          value={kind}
          onChange={(id) => setKind(partyKinds.find((each) => each === id) ?? kind)}
          options={partyKinds
            .filter((each) => each !== 'chair')
            .map((id) => ({ id, label: say(partyKindNames[id]) }))}
        />
      )}
      {kind === 'group' ? (
        <MemberList
          members={members}
          onChange={setMembers}
          parties={negotiation.parties.filter((other) => other.code !== code && other.kind !== 'group')}
        />
      ) : null}
      {datesWrong ? <p className="field-error">{say(desk.dates)}</p> : null}
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
      <Actions>
        <Button size="main" onPress={onClose}>
          {say(common.cancel)}
        </Button>
        <Button type="submit" size="main" tone="primary" isPending={pending} refusal={missing}>
          {code.trim() === '' ? say(common.save) : say(desk.saveParty, { code: code.trim() })}
        </Button>
      </Actions>
    </form>
  )
}

function codeProblem(code: string, party: Party | null, parties: readonly Party[]): 'taken' | 'wrong' | null {
  if (party) return null
  if (code === chairCode || parties.some((other) => other.code === code)) return 'taken'
  return codePattern.test(code) ? null : 'wrong'
}
