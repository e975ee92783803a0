import { Fragment, type ReactNode } from 'react'
import type { Stance } from '../../../schema/party/position.ts'
import type { Holdout, Way } from '../../../schema/party/once.ts'
import { stanceNames } from '../../lang/en/common.ts'
import { standing as words } from '../../lang/en/standing.ts'
import { Say, useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'

/** Parties with what each does: "JP (opposes), EU (reserves; also FR: opposes)". */
export function HoldoutList({
  holdouts,
  subject,
  apart = false,
}: {
  readonly holdouts: readonly Holdout[]
  /** The proposal this is about, where it is about one: it need not be named each time. */
  readonly subject?: number | undefined
  /** True to set each party apart, where they are many, rather than in a sentence. */
  readonly apart?: boolean
}) {
  return (
    <span className={apart ? 'holdouts holdouts-apart' : 'holdouts'}>
      {holdouts.map(({ party, ways, members }, i) => (
        <Fragment key={party}>
          {i > 0 && ' '}
          <span className="holdout">
            <bdi className="code">{party}</bdi>
            {' ('}
            <Ways ways={ways} subject={subject} />
            {members.map((member, j) => (
              <Fragment key={member.party}>
                {'; '}
                {j === 0 ? (
                  <Say of={words.alsoMember} facts={{ member: <bdi className="code">{member.party}</bdi> }} />
                ) : (
                  <bdi className="code">{member.party}</bdi>
                )}
                {': '}
                <Ways ways={member.ways} subject={subject} />
              </Fragment>
            ))}
            {i < holdouts.length - 1 ? '),' : ')'}
          </span>
        </Fragment>
      ))}
    </span>
  )
}

/** What a party does, each thing once with all the proposals it does it to: "asks for 12, 31, opposes 40". */
function Ways({ ways, subject }: { readonly ways: readonly Way[]; readonly subject: number | undefined }) {
  const groups = [...Map.groupBy(ways, (way) => manner(way, subject)).entries()]
  return groups.map(([key, alike], i) => (
    <Fragment key={key}>
      {i > 0 && ', '}
      <WayWords ways={alike} subject={subject} />
    </Fragment>
  ))
}

/** Equal for ways that one phrase tells together. */
function manner(way: Way, subject: number | undefined): string {
  if (way.by === 'pending') return way.by
  if (way.by !== 'position') return subject === undefined ? 'asks' : `${way.by} ${way.proposal === subject}`
  const { stance, on, condition } = way.position
  const about = 'proposal' in on ? String(on.proposal === subject) : 'paragraph'
  return [way.by, stance, about, condition].join(' ')
}

/** One or several alike ways, in the fewest words. */
function WayWords({
  ways,
  subject,
}: {
  readonly ways: readonly Way[]
  readonly subject: number | undefined
}) {
  const say = useSay()
  const [first] = ways
  if (!first) return null
  const n = <Numbers of={[...new Set(ways.flatMap(proposalOf))]} />
  switch (first.by) {
    case 'pending':
      return say(words.pending)
    case 'position': {
      const { stance, on, condition } = first.position
      const name = stance ? say(stanceNames[stance]).toLocaleLowerCase() : ''
      const said: ReactNode =
        'paragraph' in on ? (
          subject === undefined ? (
            say(stance && verbs.has(stance) ? words.toParagraph : words.onParagraph, { stance: name })
          ) : (
            name
          )
        ) : on.proposal === subject ? (
          name
        ) : (
          <Say
            of={stance && verbs.has(stance) ? words.doesTo : words.onProposal}
            facts={{ stance: name, n }}
          />
        )
      return condition ? <Say of={words.saidOnCondition} facts={{ said, condition }} /> : said
    }
    case 'asks':
      return first.proposal === subject ? say(words.keepsUp) : <Say of={words.asks} facts={{ n }} />
    case 'rival':
    case 'amends':
    case 'strikes':
    case 'holds':
      // Where this is about several proposals there is no "it" to amend, and no one "instead" of which to ask.
      return <Say of={words[subject === undefined ? 'asks' : first.by]} facts={{ n }} />
  }
}

/** Stances whose names are verbs that take an object: one opposes something, and is flexible on it. */
const verbs: ReadonlySet<Stance> = new Set<Stance>(['supports', 'canLiveWith', 'opposes'])

function proposalOf(way: Way): number[] {
  if (way.by === 'pending') return []
  if (way.by !== 'position') return [way.proposal]
  return 'proposal' in way.position.on ? [way.position.on.proposal] : []
}

/** Numbers of proposals, each leading to its card. */
function Numbers({ of }: { readonly of: readonly number[] }) {
  const { goToProposal } = useRoom()
  return of.map((id, i) => (
    <Fragment key={id}>
      {i > 0 && ', '}
      <button type="button" className="word-link" onClick={() => goToProposal(id)}>
        {id}
      </button>
    </Fragment>
  ))
}

/** Codes in a row, each set apart. */
export function CodeList({ codes }: { readonly codes: readonly string[] }) {
  return codes.map((code, i) => (
    <Fragment key={code}>
      {i > 0 && ', '}
      <bdi className="code">{code}</bdi>
    </Fragment>
  ))
}
