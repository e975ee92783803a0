import { useQuery } from '@tanstack/react-query'
import { Link, useRoute } from 'wouter'
import type { Me, Part } from '../api/answers.ts'
import { textQuery } from '../api/queries.ts'
import { common, roleNames } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'
import { Account } from './account.tsx'

/** The bar over every page: where one is, and as whom one acts. */
export function Header({ me }: { readonly me: Me | null }) {
  const say = useSay()
  const [, route] = useRoute('/n/:negotiation/*?')
  const [inText, textRoute] = useRoute('/n/:negotiation/t/:text')
  const part = me?.negotiations.find(({ id }) => id === route?.['negotiation'])
  return (
    <header className="frame-header">
      <nav aria-label={say(common.breadcrumb)} className="trail">
        <Link href="/" className="trail-home" aria-label={`${say(common.product)}: ${say(common.home)}`}>
          <span aria-hidden="true" className="trail-mark">
            []
          </span>
          <span className="trail-product">{say(common.product)}</span>
        </Link>
        {part ? (
          <Link href={`/n/${part.id}`} className="trail-step" {...(inText ? {} : { 'aria-current': 'page' })}>
            <bdi>{part.title}</bdi>
          </Link>
        ) : null}
        {part && inText ? <TextStep text={textRoute['text']} /> : null}
      </nav>
      {me ? <Account me={me} identity={<Identity me={me} part={part ?? onlyPart(me)} />} /> : null}
    </header>
  )
}

function TextStep({ text }: { readonly text: string }) {
  const { data } = useQuery(textQuery(text))
  return data ? (
    <span className="trail-text" aria-current="page">
      <bdi>{data.symbol}</bdi>
    </span>
  ) : null
}

/** Somebody with a single seat has it wherever they are. */
const onlyPart = (me: Me): Part | undefined => (me.negotiations.length === 1 ? me.negotiations[0] : undefined)

/** "Ana Ruiz · EU · head of delegation". */
function Identity({ me, part }: { readonly me: Me; readonly part: Part | undefined }) {
  const say = useSay()
  return (
    <span className="identity">
      <bdi className="identity-name">{me.person.name}</bdi>
      {part?.delegation ? (
        <>
          {' · '}
          <bdi className="identity-code">{part.delegation}</bdi>
        </>
      ) : null}
      {part ? (
        <span className="identity-role">
          {' · '}
          {say(roleNames[part.role])}
        </span>
      ) : null}
    </span>
  )
}
