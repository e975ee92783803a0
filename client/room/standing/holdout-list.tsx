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
              (one) => `${one.party}: ${one.ways.map((way) => wayWords(way, subject, say)).join(', ')}`,
            ),
            say,
          )})`}
        </Fragment>
      ))}
    </span>
  )
}

function withMembers(by: readonly string[], members: readonly string[], say: Sayer): string {
  const own = [...new Set(by)].join(', ')
  return members.length ? say(words.andMembers, { by: own, members: members.join('; ') }) : own
}

/** What a party does that puts it in the way, in the fewest words. */
export function wayWords(way: Way, subject: number | undefined, say: Sayer): string {
  switch (way.by) {
    case 'pending':
      return say(words.pending)
    case 'position': {
      const { stance, on, condition } = way.position
      const name = stance ? say(stanceNames[stance]).toLocaleLowerCase() : ''
      const said = condition ? `${name}, ${condition}` : name
      if ('paragraph' in on) return subject === undefined ? say(words.onParagraph, { stance: said }) : said
      return on.proposal === subject ? said : say(words.onProposal, { stance: said, n: on.proposal })
    }
    case 'asks':
      return way.proposal === subject ? say(words.keepsUp) : say(words.asks, { n: way.proposal })
    case 'rival':
    case 'amends':
    case 'strikes':
    case 'holds':
      return say(words[way.by], { n: way.proposal })
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
