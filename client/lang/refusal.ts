import type { IntlShape } from 'react-intl'
import type { Refusal, RefusalCode } from '../../schema/refusal.ts'
import type { Message } from './area.ts'
import type { statusNames } from './en/common.ts'
import { deedNames, proposalStatusNames, roleNames } from './en/common.ts'
import type { RefusalSentences } from './en/refusals.ts'
import { refusals } from './en/refusals.ts'
import { facts } from './en/facts.ts'
import { largeThings, particular, reasons } from './en/reasons.ts'

type Fact = Refusal['params'][string]
type Speaker = Pick<IntlShape, 'formatMessage' | 'formatList' | 'formatNumber'>

/** The refusal in the reader's language. Facts that were not sent are spoken of in general words. */
export function explain(intl: Speaker, { code, params }: Refusal): RefusalSentences {
  const phrases = phrasesOf(intl, code, params)
  const entry = refusals[code as RefusalCode] ?? refusals.malformed
  // A known reason is one why a file could not be read.
  const circumstance = code === 'malformed' && named(reasons, params['what']) ? 'file' : String(params['why'])
  const say = (part: keyof RefusalSentences): string => {
    const usual = { id: `refusal.${code}.${part}`, defaultMessage: entry[part] }
    const message = named(particular, `${circumstance}.${part}`) ?? usual
    return capitalized(String(intl.formatMessage(message, { ...phrases })))
  }
  return { what: say('what'), why: say('why'), help: say('help') }
}

/** The three sentences in a row, for places that have room for one line of text only. */
export function explainInline(intl: Speaker, refusal: Refusal): string {
  const { what, why, help } = explain(intl, refusal)
  return `${what} ${why} ${help}`
}

function phrasesOf(intl: Speaker, code: RefusalCode, params: Refusal['params']): Record<string, string> {
  const say = (message: Message, values: Record<string, string> = {}): string =>
    String(intl.formatMessage(message, values))
  const list = (fact: Fact | undefined, type: 'conjunction' | 'disjunction' = 'conjunction'): string =>
    Array.isArray(fact) ? intl.formatList(fact as string[], { type }) : fact === undefined ? '' : String(fact)
  const proposal = (fact: Fact | undefined, otherwise: Message): string =>
    fact === undefined || fact === '' ? say(otherwise) : say(facts.proposal, { n: String(fact) })
  const proposals = (fact: Fact | undefined): string =>
    Array.isArray(fact) && fact.length > 0
      ? say(facts.proposals, { list: list(fact), count: String(fact.length) })
      : say(facts.someProposals)
  const word = (names: Names, fact: Fact | undefined, otherwise: Message): string =>
    say(named(names, fact) ?? otherwise)
  const aside = (message: Message, fact: Fact | undefined): string => {
    const words = typeof fact === 'number' ? intl.formatNumber(fact) : list(fact)
    return words === '' ? '' : say(message, { words })
  }
  const because = (fact: Fact | undefined): string => {
    const reason = named(reasons, fact)
    return aside(facts.because, reason ? say(reason) : fact)
  }
  const who = Array.isArray(params['who']) ? params['who'] : []
  return {
    role: word(roleNames, params['role'], facts.visitor),
    deed: word(deedNames, params['deed'], facts.doThis),
    who:
      who.length > 0
        ? intl.formatList(
            who.map((role) => say(facts.the, { words: word(roleNames, role, facts.facilitator) })),
            { type: 'disjunction' },
          )
        : say(facts.secretariat),
    party: list(params['party']) || say(facts.thatParty),
    proposal: proposal(params['proposal'], facts.thisProposal),
    rival: proposal(params['rival'], facts.anotherProposal),
    on: proposal(params['on'], facts.anotherProposal),
    children: proposals(params['children']),
    proposals: proposals(params['proposals']),
    holders: aside(facts.heldBy, params['holders']),
    label: list(params['label']) || list(params['labels']) || say(facts.thisParagraph),
    status: word({ ...proposalStatusNames, ...agreedNames }, params['status'], facts.decided),
    version: list(params['version']) || say(facts.earlier),
    current: list(params['current']) || say(facts.newer),
    code: aside(facts.code, params['code']) || say(facts.thisCode),
    symbol: aside(facts.symbol, params['symbol']) || say(facts.thisSymbol),
    where: aside(facts.where, params['where']),
    what: code === 'too-large' ? word(largeThings, params['what'], facts.thing) : because(params['what']),
    limit: aside(facts.limit, sizeOf(intl, params)),
  }
}

// Inside a sentence these stand in lower case, unlike in a list of statuses.
const agreedNames = {
  informals: facts.informals,
  adReferendum: facts.adReferendum,
  adopted: facts.adopted,
  package: facts.package,
} satisfies Partial<Record<keyof typeof statusNames, Message>>

type Names = Readonly<Record<string, Message>>

const named = (names: Names, fact: Fact | undefined): Message | undefined =>
  typeof fact === 'string' && Object.hasOwn(names, fact) ? names[fact] : undefined

/** Files are counted in bytes and spoken of in megabytes. */
function sizeOf(intl: Speaker, { what, limit }: Refusal['params']): Fact | undefined {
  const inBytes = typeof limit === 'number' && (what === 'file' || what === 'unpacked')
  return inBytes
    ? intl.formatNumber(limit / 2 ** 20, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 })
    : limit
}

function capitalized(sentence: string): string {
  const [first = ''] = sentence
  return first.toLocaleUpperCase() + sentence.slice(first.length)
}
