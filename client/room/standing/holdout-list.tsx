import { Fragment } from 'react'
import type { Holdout, Way } from '../../../schema/party/once.ts'
import { stanceNames } from '../../lang/en/common.ts'
import { standing as words } from '../../lang/en/standing.ts'
import { type Sayer, useSay } from '../../lang/say.tsx'

/** Parties with what each does: "JP (opposes), EU (reserves; also FR: opposes)". */
export function HoldoutList({
  holdouts,
  subject,
}: {
  readonly holdouts: readonly Holdout[]
  /** The proposal this is about, where it is about one: it need not be named each time. */
  readonly subject?: number | undefined
}) {
  const say = useSay()
  return (
    <span className="holdouts">
      {holdouts.map(({ party, ways, members }, i) => (
        <Fragment key={party}>
          {i > 0 && ', '}
          <bdi className="code">{party}</bdi>
          {` (${withMembers(
            ways.map((way) => wayWords(way, subject, say)),
            members.map(
              (one) => `${one.party}: ${together(one.ways.map((way) => wayWords(way, subject, say)))}`,
            ),
            say,
          )})`}
        </Fragment>
      ))}
    </span>
  )
}

function withMembers(by: readonly string[], members: readonly string[], say: Sayer): string {
  const own = together(by)
  return members.length ? say(words.andMembers, { by: own, members: members.join('; ') }) : own
}

const together = (by: readonly string[]): string => [...new Set(by)].join(', ')

/** What a party does that puts it in the way, in the fewest words. */
export function wayWords(way: Way, subject: number | undefined, say: Sayer): string {
  switch (way.by) {
    case 'pending':
      return say(words.pending)
    case 'position': {
      const { stance, on, condition } = way.position
      const name = stance ? say(stanceNames[stance]).toLocaleLowerCase() : ''
      const said =
        'proposal' in on
          ? on.proposal === subject
            ? name
            : say(words.onProposal, { stance: name, n: on.proposal })
          : subject === undefined
            ? say(words.onParagraph, { stance: name })
            : name
      return condition ? say(words.saidOnCondition, { said, condition }) : said
    }
    case 'asks':
      return way.proposal === subject ? say(words.keepsUp) : say(words.asks, { n: way.proposal })
    case 'rival':
    case 'amends':
    case 'strikes':
    case 'holds':
      // Where this is about several proposals there is no "it" to amend, and no one "instead" of which to ask.
      return say(words[subject === undefined ? 'asks' : way.by], { n: way.proposal })
  }
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
