import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { limits } from '../../schema/record/deed.ts'
import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { request } from '../api/request.ts'
import { Button } from '../controls/button.tsx'
import { Actions } from '../controls/dialog.tsx'
import { TextField } from '../controls/field.tsx'
import { RefusalNotice } from '../controls/notice.tsx'
import { giveReceipt } from '../controls/receipts.tsx'
import { Page } from '../frame/page.tsx'
import { desk } from '../lang/en/desk.ts'
import { useSay } from '../lang/say.tsx'

/** Starts a negotiation. */
export default function NewNegotiation() {
  const say = useSay()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const [title, setTitle] = useState('')
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const create = async (): Promise<void> => {
    setPending(true)
    const answer = await request<{ readonly id: string }>('POST', '/api/negotiations', {
      body: { title: title.trim() },
    })
    setPending(false)
    if (isRefusal(answer)) return setRefusal(answer)
    await queries.invalidateQueries()
    giveReceipt(say(desk.created))
    navigate(`/n/${answer.id}/parties`)
  }
  return (
    <Page title={say(desk.newNegotiation)} lead={say(desk.newNegotiationLead)} size="narrow">
      <form
        className="stack sheet"
        onSubmit={(event) => {
          event.preventDefault()
          if (!pending) void create()
        }}
      >
        <TextField
          label={say(desk.negotiationTitle)}
          description={say(desk.negotiationTitleHelp)}
          value={title}
          onChange={setTitle}
          maxLength={limits.name}
        />
        {refusal ? <RefusalNotice refusal={refusal} /> : null}
        <Actions>
          <Button
            type="submit"
            tone="primary"
            size="main"
            isPending={pending}
            refusal={title.trim() === '' ? say(desk.negotiationTitleHelp) : null}
          >
            {say(desk.create)}
          </Button>
        </Actions>
      </form>
    </Page>
  )
}
