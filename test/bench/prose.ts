import type { Paragraph } from '../../schema/text/paragraph.ts'
import type { ParagraphKind } from '../../schema/text/token.ts'
import type { Dice } from './random.ts'
import { oneOf } from './random.ts'

const openings = [
  'Recalling',
  'Recognizing',
  'Welcoming',
  'Noting with appreciation',
  'Bearing in mind',
  'Underlining',
]
const verbs = [
  'Invites',
  'Requests',
  'Encourages',
  'Calls upon',
  'Decides to support',
  'Urges',
  'Takes note of',
]
const actors = [
  'Parties',
  'the Secretariat',
  'developing country Parties',
  'regional organizations',
  'relevant stakeholders',
  'the Executive Committee',
  'observer organizations',
  'small island developing States',
]
const deeds = [
  'strengthen the exchange of information on',
  'report annually on progress towards',
  'consider further measures for',
  'provide adequate and predictable support to',
  'facilitate the voluntary implementation of',
  'review, as appropriate, the arrangements for',
  'enhance coordination and coherence in',
  'identify gaps and needs related to',
]
const matters = [
  'the sustainable management of shared water resources',
  'seasonal forecasting and early warning',
  'technical cooperation among neighbouring countries',
  'the conservation of migratory species',
  'rural roads, harbours and postal services',
  'standards for the measurement of air quality',
  'the training of surveyors, librarians and statisticians',
  'maps, archives and public registers',
]
const tails = [
  'in accordance with national circumstances',
  'with a view to adopting a decision at its next session',
  'taking into account the best available science',
  'on the basis of equity and in a transparent manner',
  'subject to the availability of financial resources',
  'in consultation with those concerned',
  'without prejudice to the work of other bodies',
  'as set out in the note by the Secretariat',
]
const additions = [
  'promptly and in full',
  'on a voluntary basis and without delay',
  'in particular the least developed among them',
  'where this is possible and agreed',
  'and civil society at all levels',
  'including through regional centres and their partners',
  'no later than the end of the second year',
  'to the extent that national law allows it',
]

/** A clause of a decision, some fifteen to thirty words long, without its final mark. */
export function clause(dice: Dice): string {
  const more = dice(3) === 0 ? `, and to ${oneOf(dice, deeds)} ${oneOf(dice, matters)}` : ''
  return `${oneOf(dice, actors)} to ${oneOf(dice, deeds)} ${oneOf(dice, matters)}${more}, ${oneOf(dice, tails)}`
}

/** Words a delegation would put in: four to eight. */
export const addition = (dice: Dice): string => oneOf(dice, additions)

/** Number of words as a reader counts them. */
export const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

/** A decision of at least so many words, with ids "p1" …: preamble, sections of operative paragraphs and items, a report. */
export function longText(dice: Dice, words: number): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let count = 0
  const add = (kind: ParagraphKind, level: number, text: string): void => {
    paragraphs.push({ id: `p${paragraphs.length + 1}`, kind, level, content: [{ text }] })
    count += wordCount(text)
  }
  add('title', 0, 'Draft decision on cooperation in matters of common interest')
  while (count < words * 0.1) add('preambular', 0, `${oneOf(dice, openings)} the work of ${clause(dice)},`)
  while (count < words * 0.6) {
    add('heading', 1, `Work on ${oneOf(dice, matters)}`)
    for (let i = 4 + dice(4); i > 0; i--) {
      add('operative', 0, `${oneOf(dice, verbs)} ${clause(dice)}; and also ${clause(dice)};`)
      for (let item = dice(4); item > 0; item--) add('item', 1, `${clause(dice)};`)
    }
  }
  add('annex', 0, 'Report on progress')
  while (count < words) add('body', 0, Array.from({ length: 3 }, () => `${clause(dice)}.`).join(' '))
  return paragraphs
}
