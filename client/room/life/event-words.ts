import type { Contest } from '../../../schema/record/contests.ts'
import type { LifeEvent } from '../../../schema/record/life.ts'
import type { State } from '../../../schema/record/state.ts'
import { plainText } from '../../../schema/text/token.ts'
import { sourcesOf } from '../../../schema/record/fate.ts'
import { proposalStatusNames, stanceNames, statusNames } from '../../lang/en/common.ts'
import { life as words } from '../../lang/en/standing.ts'
import type { Sayer } from '../../lang/say.tsx'
import { shortened } from '../wording/sentence.tsx'

/** One thing that befell a word, as a sentence; without `named` no party is named in it. */
export function eventWords(
  event: LifeEvent,
  state: State,
  named: boolean,
  say: Sayer,
  labelOf: (paragraph: string) => string,
): string {
  switch (event.type) {
    case 'asked': {
      const { proposal, party, version } = event.asker
      if (proposal === null) return say(words.openedWith)
      if (!named) return say(words.askedNameless, { version, n: proposal })
      if (party === null) return say(words.askedUnnamed, { n: proposal })
      return version === 1
        ? say(words.asked, { who: party, n: proposal })
        : say(words.askedRevised, { who: party, version, n: proposal })
    }
    case 'reworded': {
      const facts = { version: event.version, n: event.proposal, words: quoted(event.words) }
      return say(event.kept ? words.keptIn : words.notIn, facts)
    }
    case 'joined':
    case 'left':
      return named
        ? say(words[event.type], { who: event.party, n: event.proposal })
        : say(words[`${event.type}Nameless`], { n: event.proposal })
    case 'position': {
      const { party, stance, on, reason, condition } = event.position
      const who = named ? party : say(words.someone)
      const about = 'paragraph' in on ? { label: labelOf(on.paragraph) } : { n: on.proposal }
      const whole = 'paragraph' in on
      if (stance === null)
        return say(whole ? words.paragraphPositionBack : words.positionBack, { who, ...about })
      return say(whole ? words.paragraphPosition : words.position, {
        who,
        ...about,
        version: 'version' in on ? on.version : 1,
        stance: say(stanceNames[stance]).toLocaleLowerCase(),
        // What a party said of itself may tell who it is.
        reason: (named ? [condition, reason] : [])
          .filter(Boolean)
          .map((one) => `, “${one}”`)
          .join(''),
      })
    }
    case 'status':
      return say(words.declared, {
        label: labelOf(event.paragraph),
        status: say(statusNames[event.status]).toLocaleLowerCase(),
        pending:
          named && event.pending.length > 0
            ? `, ${say(words.pendingOn, { who: event.pending.join(', ') })}`
            : '',
        reason: reasonOf(event.reason, named),
      })
    case 'contested': {
      const instead = wordsOf(state, event.proposal)
      const deletes = event.does === 'rival' && instead.trim() === ''
      return say(deletes ? words.contestRivalDelete : contests[event.does], {
        who: named ? whoAsks(state, event, say) : say(words.someone),
        n: event.proposal,
        words: quoted(instead),
      })
    }
    case 'settled':
      return say(words.settled, { n: event.proposal, status: say(proposalStatusNames[event.status]) })
    case 'ruled': {
      const facts = {
        n: event.proposal,
        ruling: say(proposalStatusNames[event.ruling]),
        reason: reasonOf(event.reason, named),
      }
      return say(event.ruling === 'open' ? words.ruledBack : words.ruled, facts)
    }
    case 'issued':
      return say(words.issued, { symbol: event.symbol })
    case 'dropped':
      return say(words[`fate_${event.fate.drop.how}`], { n: event.fate.drop.proposal })
  }
}

/** A reason as it was given. It may name a party, and is left out where none is to be named. */
const reasonOf = (reason: string, named: boolean): string => (named && reason ? `, “${reason}”` : '')

const contests = {
  strikes: words.contestStrikes,
  replaces: words.contestReplaces,
  holds: words.contestHolds,
  rival: words.contestRival,
  moves: words.contestMoves,
} as const

const quoted = (text: string): string => (text.trim() === '' ? '–' : `“${shortened(text.trim(), 160)}”`)

const wordsOf = (state: State, proposal: number): string =>
  sourcesOf(state, proposal)
    .map((id) => plainText(state.sources.get(id)!.runs))
    .join(' … ')

/** Who brought it to the record first, then all who ever joined, also those who left. */
function whoAsks(state: State, { party, proposal }: Contest, say: Sayer): string {
  const { sponsors, formerSponsors } = state.proposals.get(proposal)!
  const all = new Set([...(party === null ? [] : [party]), ...sponsors, ...formerSponsors])
  return [...all].join(', ') || say(words.nobody)
}
