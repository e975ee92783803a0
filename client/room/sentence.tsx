import type { ReactNode } from 'react'
import type { Description } from '../../schema/proposal/describe.ts'
import { paragraphKindNames } from '../lang/en/common.ts'
import { sentences } from '../lang/en/room.ts'
import type { Message } from '../lang/area.ts'
import { Say, type Sayer, useSay } from '../lang/say.tsx'

/** Longest wording quoted whole in a sentence, in characters; the middle of a longer one is left out. */
const longestQuote = 160

/** What a change does, as a sentence with the words themselves set apart. */
export function Sentence({ who, of }: { readonly who: string; readonly of: Description }) {
  const say = useSay()
  const facts = factsOf(of, who, say)
  return (
    <Say
      of={messageOf(of)}
      facts={{
        ...facts,
        who: <bdi className="who">{who}</bdi>,
        was: <q className="was">{facts['was']}</q>,
        now: <q className="now">{facts['now']}</q>,
      }}
    />
  )
}

/** The same sentence as plain text, for receipts and for those who hear it. */
export function sentenceText(of: Description, who: string, say: Sayer): string {
  const facts = factsOf(of, who, say)
  return say(messageOf(of), { ...facts, was: quoted(facts['was']), now: quoted(facts['now']) })
}

const quoted = (words: string | undefined) => `“${words ?? ''}”`

/** A change as an entry of a list: its words and nothing else, or what it does where it has no words. */
export function ShortSentence({ of }: { readonly of: Description }): ReactNode {
  const say = useSay()
  const { was, now } = of.params
  if (!was && !now) return sentenceText(of, '', say).trim()
  return (
    <>
      {was ? <del>{shortened(String(was), 60)}</del> : null}
      {was && now ? ' ' : null}
      {now ? <ins>{shortened(String(now), 60)}</ins> : null}
    </>
  )
}

function messageOf({ code, params }: Description): Message {
  switch (code) {
    case 'replaces':
      return sentences.replaces
    case 'inserts':
      return sentences.inserts
    case 'strikes':
      return sentences.strikes
    case 'adds-paragraph':
      return params.after ? sentences.addsParagraph : sentences.addsParagraphFirst
    case 'deletes-paragraph':
      return sentences.deletesParagraph
    case 'splits':
      return sentences.splits
    case 'joins':
      return sentences.joins
    case 'moves':
      return params.after ? sentences.moves : sentences.movesFirst
    case 'sets-kind':
      return sentences.setsKind
    case 'sets-level':
      return sentences.setsLevel
    case 'holds':
      return sentences.holds
  }
}

function factsOf({ params }: Description, who: string, say: Sayer): Record<string, string> {
  const text = Object.fromEntries(Object.entries(params).map(([name, fact]) => [name, String(fact)]))
  const kind = Object.entries(paragraphKindNames).find(([name]) => name === text['kind'])?.[1]
  return {
    ...text,
    who,
    label: text['label'] || say(sentences.unlabelled),
    was: shortened(text['was'] ?? '', longestQuote),
    now: shortened(text['now'] ?? '', longestQuote),
    kind: kind ? say(kind).toLocaleLowerCase() : '',
  }
}

/** Leaves out the middle of long words, so that both ends can be recognized. */
export function shortened(words: string, longest: number): string {
  if (words.length <= longest) return words
  const half = Math.floor(longest / 2)
  return `${words.slice(0, half).trimEnd()} … ${words.slice(-half).trimStart()}`
}
