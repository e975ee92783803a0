import type { ReactNode } from 'react'
import type { Description } from '../../../schema/proposal/describe.ts'
import { paragraphKindNames } from '../../lang/en/common.ts'
import { room as words, sentences } from '../../lang/en/room.ts'
import type { Message } from '../../lang/area.ts'
import { shortCodes } from '../../reading/chip.tsx'
import { Say, type Sayer, useSay } from '../../lang/say.tsx'

/** Longest wording quoted whole in a sentence, in characters; the middle of a longer one is left out. */
const longestQuote = 160

/** What a change does, as a sentence with the words themselves set apart. `who` are codes; none is the chair. */
export function Sentence({ who, of }: { readonly who: readonly string[]; readonly of: Description }) {
  const say = useSay()
  const facts = factsOf(of, who, say)
  return (
    <Say
      of={messageOf(of)}
      facts={{
        ...facts,
        who: <bdi className="who">{facts.who}</bdi>,
        was: <q className={of.code === 'holds' ? 'held' : 'was'}>{facts.was}</q>,
        now: <q className="now">{facts.now}</q>,
      }}
    />
  )
}

/** The same sentence as plain text, for receipts and for those who hear it. */
export function sentenceText(of: Description, who: readonly string[], say: Sayer): string {
  const facts = factsOf(of, who, say)
  return say(messageOf(of), { ...facts, was: quoted(facts.was), now: quoted(facts.now) })
}

const quoted = (text: string) => `“${text}”`

/** A change as an entry of a list: its words and nothing else, or what it does where it has no words. */
export function ShortSentence({ of }: { readonly of: Description }): ReactNode {
  const say = useSay()
  const was = 'was' in of ? of.was.trim() : ''
  const now = 'now' in of ? of.now.trim() : ''
  if (of.code === 'holds') return `[${shortened(was, 60)}]`
  if (!was && !now) return say(messageOf(of), { ...factsOf(of, [], say), who: '' }).trim()
  return (
    <>
      {was ? <del>{shortened(was, now ? 28 : 60)}</del> : null}
      {was && now ? ' ' : null}
      {now ? <ins>{shortened(now, 60)}</ins> : null}
    </>
  )
}

function messageOf(of: Description): Message {
  switch (of.code) {
    case 'addsParagraph':
      return of.label ? sentences.addsParagraph : sentences.addsParagraphFirst
    case 'moves':
      return of.after ? sentences.moves : sentences.movesFirst
    case 'sets':
      return of.kind === null ? sentences.setsLevel : sentences.setsKind
    case 'holds':
      return of.whole ? sentences.holdsParagraph : sentences.holds
    case 'replaces':
    case 'inserts':
    case 'strikes':
    case 'deletesParagraph':
    case 'splits':
    case 'joins':
      return sentences[of.code]
  }
}

function factsOf(of: Description, codes: readonly string[], say: Sayer) {
  const quote = (text: string) => shortened(text.trim(), longestQuote)
  return {
    who: shortCodes(codes) || say(words.chair),
    count: Math.max(1, codes.length),
    label: placeOf(of, say),
    before: 'before' in of ? beforeOf(of, say) : '',
    was: 'was' in of ? quote(of.was) : '',
    now: 'now' in of ? quote(of.now) : '',
    after: shortName('after' in of ? of.after : of.label, say),
    kind: 'kind' in of && of.kind ? say(paragraphKindNames[of.kind]).toLocaleLowerCase() : '',
    level: 'level' in of ? String(of.level ?? 0) : '',
  }
}

/** Where a change is made: the paragraph, and the proposal in whose words it is. */
function placeOf({ label, within }: Description, say: Sayer): string {
  const place = label ? named(label, say) : say(sentences.unlabelled)
  return within === undefined ? place : say(sentences.inWords, { place, n: within })
}

/** What stands before: of words the last few, of a paragraph its name. */
function beforeOf(of: Extract<Description, { before: string }>, say: Sayer): string {
  if (of.code === 'joins') return of.before ? shortName(of.before, say) : say(sentences.theOneBefore)
  const words = of.before.trim()
  if (words.length <= longestBefore) return words
  return `… ${words.slice(-longestBefore).replace(/^\S*\s/, '')}`
}

/** Longest stretch quoted of the words before a place. */
const longestBefore = 40

/** A name of a paragraph in a sentence; that of one without a label is its words, shortened. */
const shortName = (name: string, say: Sayer): string =>
  name.startsWith('“') ? `“${shortened(name.slice(1, -1).trim(), longestBefore)}”` : named(name, say)

/** A label as a sentence cites it: "OP4", "paragraph 2"; nothing for none. */
export const named = (label: string, say: Sayer): string =>
  label === '' || /^\p{L}/u.test(label) ? label : say(sentences.numbered, { label })

/** Leaves out the middle of long words, so that both ends can be recognized. */
export function shortened(words: string, longest: number): string {
  if (words.length <= longest) return words
  const half = Math.floor(longest / 2)
  // A word of which only a part fits is left out whole, where words are parted by spaces.
  const head = /^.*(?=\s)/su.exec(words.slice(0, half + 1))?.[0] ?? words.slice(0, half)
  const tail = /\s(.*)$/su.exec(words.slice(-half - 1))?.[1] ?? words.slice(-half)
  return `${head.trimEnd()} … ${tail.trimStart()}`
}
