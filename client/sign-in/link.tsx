import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal, refuse } from '../../schema/refusal.ts'
import type { Me, UsableLink } from '../api/answers.ts'
import { forgetPerson, meQuery } from '../api/queries.ts'
import { refusalIn, request } from '../api/request.ts'
import { Button } from '../controls/button.tsx'
import { Actions } from '../controls/dialog.tsx'
import { Moment } from '../controls/moment.tsx'
import { Notice, RefusalNotice } from '../controls/notice.tsx'
import { takePlace } from '../frame/device.ts'
import { Page } from '../frame/page.tsx'
import { Loading } from '../frame/waiting.tsx'
import { roleNames } from '../lang/en/common.ts'
import { signIn } from '../lang/en/sign-in.ts'
import { Say, useSay } from '../lang/say.tsx'
import { linkQuery } from './look.ts'

/**
 * Where a sign-in link leads: says for whom it is, and uses it up only when the button is pressed, so that
 * a mail scanner which opens the address does not spend it.
 */
export default function LinkPage({ token, me }: { readonly token: string; readonly me: Me | null }) {
  const look = useQuery(linkQuery(token))
  if (look.isError) {
    const refusal = refusalIn(look.error)
    return refusal.code === 'not-found' ? <Bad state="unknown" /> : <Unusable refusal={refusal} />
  }
  if (!look.data) return <Loading />
  if (look.data.state !== 'usable') return <Bad state={look.data.state} />
  return <Usable token={token} look={look.data} me={me} />
}

function Usable({
  token,
  look,
  me,
}: {
  readonly token: string
  readonly look: UsableLink
  readonly me: Me | null
}) {
  const say = useSay()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { name } = look
  const use = async (): Promise<void> => {
    setPending(true)
    const answer = await request('POST', '/api/sign-in/link', { body: { token } })
    if (isRefusal(answer)) {
      setPending(false)
      setRefusal(answer)
      return
    }
    forgetPerson(queries)
    await queries.fetchQuery({ ...meQuery, staleTime: 0 })
    navigate(takePlace() ?? (look.negotiation ? `/n/${look.negotiation.id}` : '/'), { replace: true })
  }
  if (refusal && refusal.code !== 'unavailable') return <Unusable refusal={refusal} />
  return (
    <Page title={say(signIn.linkTitle, { name })} size="narrow">
      <div className="stack sheet">
        <p>
          <Say
            of={look.expires === null ? signIn.linkStanding : signIn.linkLead}
            facts={{ name: <bdi>{name}</bdi> }}
          />
        </p>
        <dl className="facts">
          {look.negotiation ? (
            <Fact name={say(signIn.negotiation)}>
              <bdi>{look.negotiation.title}</bdi>
            </Fact>
          ) : null}
          {look.role ? <Fact name={say(signIn.role)}>{say(roleNames[look.role])}</Fact> : null}
          {look.delegation ? (
            <Fact name={say(signIn.delegation)}>
              <bdi>{look.delegation}</bdi>
            </Fact>
          ) : null}
          {look.expires ? (
            <Fact name={say(signIn.expires)}>
              <Moment iso={look.expires} both />
            </Fact>
          ) : null}
        </dl>
        {me && me.person.name !== name ? (
          <Notice>
            <p>
              <Say of={signIn.already} facts={{ name: <bdi>{me.person.name}</bdi> }} />
            </p>
          </Notice>
        ) : null}
        {refusal ? <RefusalNotice refusal={refusal} /> : null}
        <Actions>
          <Button tone="primary" size="main" isPending={pending} onPress={() => void use()}>
            {say(signIn.button, { name })}
          </Button>
        </Actions>
      </div>
      <p className="muted">{say(signIn.notYou)}</p>
    </Page>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Bad({ state }: { readonly state: keyof typeof helpFor }) {
  const say = useSay()
  return (
    <Page title={say(signIn.badTitle)} size="narrow">
      <Notice tone="caution">
        <p>
          <strong>{say(signIn[state])}</strong>
        </p>
        <p>{say(helpFor[state])}</p>
      </Notice>
      <p>
        <Link href="/">{say(signIn.goHome)}</Link>
      </p>
    </Page>
  )
}

const helpFor = {
  used: signIn.usedHelp,
  expired: signIn.badHelp,
  revoked: signIn.badHelp,
  unknown: signIn.unknownHelp,
}

// Between looking and pressing, somebody else may have used the link or the secretariat withdrawn it.
function Unusable({ refusal }: { readonly refusal: Refusal }) {
  const say = useSay()
  const gone = refusal.code === 'not-found' || refusal.code === 'malformed'
  return (
    <Page title={say(signIn.badTitle)} size="narrow">
      {gone ? (
        <Notice tone="caution">
          <p>
            <strong>{say(signIn.badWhy)}</strong>
          </p>
          <p>{say(signIn.badHelp)}</p>
        </Notice>
      ) : (
        <RefusalNotice refusal={refusal.code === 'signed-out' ? refuse('unavailable') : refusal} />
      )}
    </Page>
  )
}
