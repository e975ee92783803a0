import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { Actor } from '../../schema/party/role.ts'
import { servesChair } from '../../schema/record/rights.ts'
import type { Me, NegotiationRow } from '../api/answers.ts'
import { negotiationsQuery } from '../api/queries.ts'
import { Empty } from '../controls/notice.tsx'
import { Page } from '../frame/page.tsx'
import { Fetched } from '../frame/waiting.tsx'
import { home } from '../lang/en/home.ts'
import { useSay } from '../lang/say.tsx'
import { dutiesQuery } from './duties-query.ts'
import type { Due } from './for-you.tsx'
import { ForYou } from './for-you.tsx'
import { TextTable } from './text-table.tsx'

/** The first page: what awaits the reader, and every text they can read. */
export default function Home({ me }: { readonly me: Me }) {
  const say = useSay()
  const negotiations = useQuery(negotiationsQuery)
  return (
    <Page
      title={say(home.title)}
      lead={say(home.lead)}
      actions={
        mayCreate(me) ? (
          <Link href="/n/new" className="button button-main">
            {say(home.newNegotiation)}
          </Link>
        ) : null
      }
    >
      <Fetched query={negotiations}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say(mayCreate(me) ? home.emptyCreate : home.empty)}</Empty>
          ) : (
            <Texts me={me} negotiations={rows} />
          )
        }
      </Fetched>
    </Page>
  )
}

function Texts({ me, negotiations }: { readonly me: Me; readonly negotiations: readonly NegotiationRow[] }) {
  const say = useSay()
  const rows = negotiations.flatMap((negotiation) => negotiation.texts.map((text) => ({ text, negotiation })))
  const records = useQueries({
    queries: rows.map(({ text, negotiation }) => ({
      ...dutiesQuery(text.id, actorIn(me, negotiation)),
      enabled: !text.unreadable,
    })),
  })
  const dues = rows.flatMap(({ text, negotiation }, i): Due[] =>
    (records[i]?.data ?? []).map((duty) => ({
      duty,
      text,
      negotiation: negotiation.id,
      delegation: negotiation.delegation,
    })),
  )
  const only = negotiations.length === 1 ? negotiations[0] : undefined
  const empty = negotiations.filter(({ texts }) => texts.length === 0)
  return (
    <>
      {rows.length === 0 ? null : (
        <>
          <ForYou
            dues={dues}
            isPending={records.some(({ isLoading }) => isLoading)}
            unread={records.filter(({ isError }, i) => isError || rows[i]?.text.unreadable).length}
          />
          <section className="section" aria-labelledby="texts">
            <h2 id="texts">
              {only ? (
                <Link href={`/n/${only.id}`}>
                  <bdi>{only.title}</bdi>
                </Link>
              ) : (
                say(home.caption)
              )}
            </h2>
            <TextTable
              hideCaption
              rows={rows.map(({ text, negotiation }, i) => ({
                text,
                negotiation,
                awaits: records[i]?.data?.length ?? null,
              }))}
            />
          </section>
        </>
      )}
      {empty.map((negotiation) => (
        <NoTexts key={negotiation.id} negotiation={negotiation} />
      ))}
    </>
  )
}

function NoTexts({ negotiation: { id, title, role } }: { readonly negotiation: NegotiationRow }) {
  const say = useSay()
  const opens = servesChair(role)
  return (
    <Empty
      action={
        opens ? (
          <Link href={`/n/${id}/texts/new`} className="button">
            {say(home.openFirst)}
          </Link>
        ) : (
          <Link href={`/n/${id}`}>{say(home.toNegotiation)}</Link>
        )
      }
    >
      {say(opens ? home.noTextsOpen : home.noTexts, { title })}
    </Empty>
  )
}

/** Who serves a chair anywhere may start a negotiation, unless the server says otherwise. */
const mayCreate = (me: Me): boolean => me.mayCreate ?? me.negotiations.some(({ role }) => servesChair(role))

function actorIn(me: Me, { id, role, delegation }: NegotiationRow): Actor {
  const speaksFor = me.negotiations.find((part) => part.id === id)?.speaksFor ?? []
  return { person: me.person.id, name: me.person.name, role, delegation, speaksFor }
}
