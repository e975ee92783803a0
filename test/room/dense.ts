import { isRefusal } from '../../schema/refusal.ts'
import { compare } from '../../schema/proposal/compare.ts'
import { textOf } from '../../schema/text/text.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import type { Stance } from '../../schema/party/position.ts'
import { actor, chair } from '../laws/negotiation.ts'
import { draftAfter } from '../schema/drafting.ts'
import { Scene } from '../schema/scene.ts'

const given = [
  'PP Recalling the decisions of the Assembly on the exchange of information among States,',
  'PP يعيد تأكيد مبدأ التعاون الطوعي بين الدول،',
  'PP 重申各国应当自愿合作，分享信息，',
  '# Mechanism',
  'Decides to establish a voluntary mechanism for the exchange of information, to be financed from assessed contributions, which shall report annually to the Assembly on gaps in implementation, and invites Parties to nominate experts by the end of the year, in accordance with national law, with a view to the early start of its work;',
  'Requests the Secretariat to prepare a summary of the views expressed by Parties and to circulate it in all official languages;',
  'Encourages those in a position to do so to provide the mechanism with funds;',
  '# Review',
  'Decides to review the mechanism at its tenth session;',
  'Requests the Committee to propose terms of reference for the review;',
  'Invites organizations of the system to take part in the review;',
  'Further requests the Committee to publish the outcome of the review;',
  'Decides to remain seized of the matter.',
].join('\n')

/** Twenty-two proposals in one paragraph, amended by one another four deep. */
const ofMechanism = [
  'EU: voluntary → mandatory',
  'RF: − voluntary ',
  'US: for the exchange → for the voluntary and confidential exchange',
  'CH on US1: voluntary and confidential → voluntary, open and confidential',
  'D on CH1: open → open and inclusive',
  'A on D1: inclusive → inclusive and gender-responsive',
  'RF: assessed → voluntary',
  'B: assessed → predictable and assessed',
  'US: assessed → exclusively voluntary',
  'A on US2: exclusively → mainly',
  'EU: shall → should',
  'CH: shall → may',
  'US co-sponsors CH2',
  'RF co-sponsors CH2',
  'A co-sponsors CH2',
  'B co-sponsors CH2',
  'C co-sponsors CH2',
  'B: annually → every two years',
  'C on B2: two → three',
  'A: on gaps → on gaps, needs and means',
  'EU on A3: means → resources',
  'CH: − to the Assembly ',
  'D: experts → independent experts',
  'B on D2: independent → independent and balanced',
  'RF on B3: balanced → geographically balanced',
  'US on RF3: geographically → regionally',
  'SE: − in accordance with national law, ',
  'DE: hold “early start of its work”',
  'C: early → prompt',
  'RF: end of the year → end of the second year',
  'CH on RF4: second → third',
]

const ofOthers = [
  'A: hold “decisions of the Assembly”',
  'B: exchange of information among → exchange of information and of مبدأ التعاون among',
  'EU: الطوعي → الطوعي والشفاف',
  'US on EU4: والشفاف → والشفاف والمنصف',
  'CH: 自愿 → 自愿且透明地',
  'EU: Requests the Secretariat to prepare a summary of the views expressed by Parties and to circulate it in all official languages → Invites the Committee to hold a dialogue with all those concerned and to make its conclusions public before the next session',
  'US: Requests the Secretariat to prepare a summary of the views expressed by Parties and to circulate it in all official languages → Takes note of the views expressed by Parties',
  'C: Requests the Secretariat to prepare a summary of the views expressed by Parties and to circulate it in all official languages → Requests the Secretariat to compile the views expressed, without prejudice to the position of any Party',
]

const positions = ['CH supports EU5', 'DE supports EU5', 'US opposes EU5', 'B can live with US5']

const capacity: readonly Omit<Paragraph, 'id'>[] = [
  { kind: 'heading', level: 1, content: [{ text: 'Capacity' }] },
  ...[
    'Recognizes that capacity differs among States and among regions;',
    'Invites those with experience to train surveyors, librarians and statisticians;',
    'Requests the Secretariat to publish a calendar of courses each year;',
    'Encourages the use of all official languages in such courses;',
    'Decides to return to the matter after two years;',
  ].map((text) => ({ kind: 'operative', level: 0, content: [{ text }] }) as const),
]

/** Tables what makes the text into a draft, as one proposal. Returns its number; throws RangeError when it is refused. */
function tables({ it }: Scene, party: string, draft: (base: Paragraph[]) => Paragraph[]): number {
  const base = textOf(it.now, it.now.accepted)
  const id = it.table(party, compare(it.now, it.now.accepted, draft(base)))
  if (isRefusal(id)) throw new RangeError(id.code)
  return id
}

/** The same draft with paragraphs put in behind one of the text. */
const adding =
  (scene: Scene, after: string, added: readonly Omit<Paragraph, 'id'>[]) =>
  (base: Paragraph[]): Paragraph[] => {
    const at = base.findIndex(({ id }) => id === after) + 1
    return [
      ...base.slice(0, at),
      ...added.map((one) => ({ ...one, id: scene.it.fresh() })),
      ...base.slice(at),
    ]
  }

const operative = (text: string) => ({ kind: 'operative', level: 0, content: [{ text }] }) as const

/** Paragraphs of the section on the review, with its heading. */
const review = ['p8', 'p9', 'p10', 'p11', 'p12']

/** Puts brackets around all words of some paragraphs, as one proposal. */
function holdsWhole({ it }: Scene, party: string, paragraphs: readonly string[]): void {
  const ranges = paragraphs.map((source) => ({ source, from: 1, to: it.now.sources.get(source)!.length }))
  const id = it.table(party, [{ type: 'hold', ranges }])
  if (isRefusal(id)) throw new RangeError(id.code)
}

/** A bracket that an imported text had, with no name in it. */
function unattributed({ it }: Scene): void {
  const base = textOf(it.now, it.now.accepted)
  const changes = compare(it.now, it.now.accepted, draftAfter(base, 'with funds → with means', it))
  const refusal = it.act(
    actor('secretariat'),
    { type: 'table', changes: changes as never, rationale: '', invite: [], alternatives: [] },
    { channel: 'imported' },
  )
  if (refusal) throw new RangeError(refusal.code)
}

/** Takes a position on a proposal, by its name. */
function position(scene: Scene, party: string, name: string, stance: Stance): void {
  const proposal = scene.id(name)
  const refusal = scene.it.act(actor('delegate', party), {
    type: 'position',
    on: { proposal, version: 1 },
    stance,
    reason: '',
    condition: '',
  })
  if (refusal) throw new RangeError(refusal.code)
}

/**
 * A text as dense as those of the last night of a conference: 32 brackets in one paragraph, nested four deep
 * by nine delegations; a section that is proposed, one that is held and struck; alternatives of a paragraph
 * and among paragraphs that are all only proposed; words in three scripts.
 */
export function denseScene(): Scene {
  const scene = new Scene(given, [])
  unattributed(scene)
  scene.tellAll([...ofMechanism, ...ofOthers, ...positions])
  position(scene, 'RF', 'EU5', 'noText')
  position(scene, 'D', 'US5', 'noText')
  tables(scene, 'EU', adding(scene, 'p7', capacity))
  holdsWhole(scene, 'A', review)
  tables(scene, 'RF', (base) => base.filter(({ id }) => !review.slice(2).includes(id)))
  const options = [
    tables(scene, 'B', adding(scene, 'p13', [operative('Decides to hold its next session in three years;')])),
    tables(
      scene,
      'D',
      adding(scene, 'p13', [
        operative('Decides to hold its next session in two years;'),
        operative('Requests the Secretariat to make the arrangements for that session;'),
      ]),
    ),
    tables(scene, 'US', adding(scene, 'p13', [operative('Decides that no further session is needed.')])),
  ]
  const refusal = scene.it.act(chair, { type: 'rivals', proposals: options })
  if (refusal) throw new RangeError(refusal.code)
  return scene
}
