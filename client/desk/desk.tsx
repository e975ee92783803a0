import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { servesChair } from '../../schema/record/rights.ts'
import type { Negotiation } from '../api/answers.ts'
import { negotiationQuery } from '../api/queries.ts'
import { NotFound } from '../frame/not-found.tsx'
import { Page } from '../frame/page.tsx'
import { Fetched } from '../frame/waiting.tsx'
import { roleNames } from '../lang/en/common.ts'
import { desk } from '../lang/en/desk.ts'
import { useSay } from '../lang/say.tsx'
import { Parties } from './people/parties.tsx'
import { People } from './people/people.tsx'
import { Rights } from './people/rights.tsx'
import { Texts } from './texts.tsx'

const tabs = ['texts', 'parties', 'people', 'rights'] as const
type Tab = (typeof tabs)[number]

/** One negotiation: its texts, its parties and, for those who run it, its people. */
export default function Desk({ negotiation, tab }: { readonly negotiation: string; readonly tab: string }) {
  const query = useQuery(negotiationQuery(negotiation))
  const known = tabs.find((name) => name === tab)
  if (known === undefined) return <NotFound />
  return <Fetched query={query}>{(data) => <Opened negotiation={data} tab={known} />}</Fetched>
}

function Opened({ negotiation, tab }: { readonly negotiation: Negotiation; readonly tab: Tab }) {
  const say = useSay()
  const { id, title, role, delegation } = negotiation
  const runs = servesChair(role)
  if (tab === 'people' && !runs) return <NotFound />
  const shown = tabs.filter((name) => name !== 'people' || runs)
  return (
    <Page
      title={`${say(desk[tab])} · ${title}`}
      heading={<bdi>{title}</bdi>}
      lead={
        delegation === null
          ? say(desk.asRole, { role: say(roleNames[role]) })
          : say(desk.asDelegate, { delegation, role: say(roleNames[role]) })
      }
    >
      <nav aria-label={say(desk.sections)} className="tabs">
        {shown.map((name) => (
          <Link
            key={name}
            href={name === 'texts' ? `/n/${id}` : `/n/${id}/${name}`}
            className="tab"
            {...(name === tab ? { 'aria-current': 'page' } : {})}
          >
            {say(desk[name])}
          </Link>
        ))}
      </nav>
      <Section negotiation={negotiation} tab={tab} runs={runs} />
    </Page>
  )
}

function Section({
  negotiation,
  tab,
  runs,
}: {
  readonly negotiation: Negotiation
  readonly tab: Tab
  readonly runs: boolean
}) {
  switch (tab) {
    case 'texts':
      return <Texts negotiation={negotiation} runs={runs} />
    case 'parties':
      return <Parties negotiation={negotiation} runs={runs} />
    case 'people':
      return <People negotiation={negotiation} />
    case 'rights':
      return <Rights />
  }
}
