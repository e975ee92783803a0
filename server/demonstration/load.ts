import { readFileSync } from 'node:fs'
import type { Actor } from '../../schema/party/role.ts'
import type { State } from '../../schema/record/state.ts'
import type { Guest } from '../accounts/guests.ts'
import { newId } from '../accounts/token.ts'
import { catalogue } from '../accounts/catalogue.ts'
import { createRecord } from '../record/record.ts'
import { databaseStore } from '../record/tables.ts'
import type { Services } from '../services.ts'
import { parties, people, speakerFor, title } from './cast.ts'
import { readNotes } from './notes.ts'
import type { Cast, Script, Stage } from './perform.ts'
import { perform } from './perform.ts'
import { readText } from './reader.ts'
import { openRolling } from './rolling.ts'

/** What was loaded. */
export interface Demonstration {
  readonly negotiation: string
  /** Whom one may sign in as, one for each kind of user. */
  readonly guests: readonly Guest[]
  readonly texts: readonly State[]
}

/** The texts and the notes of the meetings on them, in the order of their reading. */
const documents = [
  {
    title: 'Strengthening early-warning networks for coastal hazards',
    symbol: 'A/AC.340/2026/L.4',
    text: 'decision.md',
    notes: ['decision-first-reading.txt', 'decision-second-reading.txt'],
  },
  {
    title: 'Draft progress report',
    symbol: 'A/AC.340/2026/CRP.2',
    text: 'report.md',
    notes: ['report-first-reading.txt'],
  },
] as const

/** A rolling text that came as a file, with brackets of half a dozen delegations and of nobody named. */
const rolling = {
  title: 'Elements for a decision on the maintenance of sea-level stations',
  symbol: 'A/AC.340/2026/CRP.3',
  words: 'elements.txt',
  opened: '2026-04-16T13:05:00Z',
} as const

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

/** The scripts of both texts of a negotiation, opened under new ids. */
export function scripts(negotiation: string): Script[] {
  return documents.map(({ title, symbol, text, notes }) => ({
    text: newId(),
    negotiation,
    title,
    symbol,
    paragraphs: readText(file(text)),
    parties: parties(catalogue()),
    steps: notes.flatMap((name) => readNotes(file(name), name)),
  }))
}

/** Who acts for whom, given the person ids of `people` in their order. */
export function castOf(ids: readonly string[]): Cast {
  const actors = people.map(({ name, role, delegation, speaksFor }, i): Actor => ({
    person: ids[i]!,
    name,
    role,
    delegation,
    speaksFor,
  }))
  const find = (fits: (actor: Actor) => boolean, sought: string): Actor => {
    const found = actors.find(fits)
    if (!found) throw new RangeError(`nobody sits for ${sought}`)
    return found
  }
  return {
    facilitator: find(({ role }) => role === 'facilitator', 'the chair'),
    secretariat: find(({ role }) => role === 'secretariat', 'the secretariat'),
    delegate: (code) => find(({ delegation }) => delegation === code, code),
    speaker: speakerFor,
  }
}

/**
 * Loads a whole negotiation through the record, act by act, dated when it took place. Throws RangeError
 * naming the line of the notes when an act is refused.
 */
export async function loadDemonstration(
  services: Pick<Services, 'db' | 'negotiations' | 'memberships'>,
): Promise<Demonstration> {
  const { db, negotiations, memberships } = services
  const negotiation = await negotiations.create(title)
  for (const party of parties(catalogue())) await negotiations.putParty(negotiation, party)
  const ids: string[] = []
  for (const { name, email, role, delegation, speaksFor } of people) {
    const id = await memberships.addPerson(name, email)
    await memberships.put(negotiation, id, { role, delegation, speaksFor })
    ids.push(id)
  }
  const stage: Stage = { now: new Date(0) }
  const record = createRecord({ store: databaseStore(db), clock: () => stage.now })
  const texts: State[] = []
  const cast = castOf(ids)
  for (const script of scripts(negotiation)) texts.push(await perform(record, script, cast, stage))
  stage.now = new Date(rolling.opened)
  const { title: name, symbol, words, opened } = rolling
  const place = { text: newId(), negotiation, parties: parties(catalogue()) }
  texts.push(
    await openRolling(
      record,
      { ...place, title: name, symbol, words: file(words) },
      cast.secretariat,
      opened,
    ),
  )
  return { negotiation, guests: guests(ids), texts }
}

const guests = (ids: readonly string[]): Guest[] =>
  people.flatMap(({ role, delegation, linked }, i) =>
    linked ? [{ person: ids[i]!, as: delegation ? `${role}, ${delegation}` : role }] : [],
  )
