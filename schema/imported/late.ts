import { readNames, trustOf } from '../notation/names.ts'
import type { When } from '../party/condition.ts'
import { chairCode } from '../party/party.ts'
import type { PositionOn, Stance } from '../party/position.ts'
import type { Change } from '../proposal/change.ts'
import { parseSource } from '../proposal/change.ts'
import type { Deed, DeedOf, ParagraphStatus } from '../record/deed.ts'
import type { Author } from './author.ts'
import type { Desk } from './desk.ts'
import type { AsidePlan, Draft, Wording } from './plan.ts'
import { noteRequest } from './requests.ts'
import { changesOf } from './scribe.ts'
import { placeOf } from './script.ts'
import { Subjects } from './subjects.ts'
import { pendingIn, statusOf } from './status.ts'
import type { FoundClaim, KeptReason } from './written.ts'

/** What follows when all words are asked for: requests on paragraphs, rivals, positions, and statuses last. */
export function lateSteps(desk: Desk, author: Author): void {
  const late = new Late(desk, author)
  for (const aside of author.asides) late.request(aside)
  for (const acts of author.rivals.values()) late.declare(acts)
  for (const { wordings } of author.groups) late.positions(wordings)
  for (const { rivals, finding } of desk.noText) late.wantNone(author.rivals.get(rivals) ?? [], finding)
  for (const finding of desk.findings) if (finding.reading === 'reservation') late.reserved(finding)
  for (const aside of author.asides) late.remark(aside)
  for (const aside of author.asides) if (aside.does === 'status') late.status(aside)
}

const stances: Readonly<Partial<Record<FoundClaim['asked'], readonly [Stance, string]>>> = {
  support: ['supports', ''],
  retain: ['supports', ''],
  delete: ['opposes', ''],
  oppose: ['opposes', ''],
  flexible: ['flexible', ''],
  accept: ['canLiveWith', ''],
  reserve: ['reserves', ''],
  reflect: ['reserves', 'under reflection'],
  pending: ['reserves', 'pending instructions'],
}

const noChange = 'No change in position'

class Late {
  readonly #desk: Desk
  readonly #author: Author
  readonly #subjects: Subjects
  /** Positions taken, so that the same is not taken twice. */
  readonly #taken = new Map<string, string>()
  readonly #statuses = new Map<string, ParagraphStatus>()
  /** Asides that were requests. */
  readonly #done = new Set<AsidePlan>()

  constructor(desk: Desk, author: Author) {
    this.#desk = desk
    this.#author = author
    this.#subjects = new Subjects(desk.script, author)
  }

  #step(finding: Draft | null, deed: Deed, party?: string): number {
    return this.#author.scribe.step({
      finding: finding?.id ?? null,
      deed,
      ...(party === undefined ? {} : { for: party }),
    })
  }

  #keep({ id }: Draft, why: KeptReason): void {
    const { kept } = this.#desk
    if (!kept.some((one) => one.finding === id && one.why === why)) kept.push({ finding: id, why })
  }

  #table(finding: Draft, changes: readonly Change[], sponsors: readonly string[]): void {
    const deed: DeedOf<'table'> = {
      type: 'table',
      changes: [...changes] as never,
      rationale: '',
      invite: [],
      alternatives: [],
    }
    const n = this.#step(finding, deed, sponsors[0])
    for (const code of sponsors.slice(1)) this.#step(finding, { type: 'cosponsor', proposal: n }, code)
  }

  #comment(finding: Draft, on: PositionOn, text: string, party?: string): void {
    const by = party === chairCode ? undefined : party
    if (text.trim() !== '') this.#step(finding, { type: 'comment', on, text }, by)
  }

  /** A note that asks something of the paragraph it stands before, and what would strike a whole paragraph. */
  request(aside: AsidePlan): void {
    const { finding, does } = aside
    const index = placeOf(this.#desk.script, aside.from).index
    if (does === 'note') {
      const changes = this.#requested(aside, index)
      if (!changes) return
      this.#table(finding, changes, finding.sponsors)
      this.#done.add(aside)
    }
    if (does !== 'positions') return
    const deleting = finding.claims.filter(({ asked }) => asked === 'delete')
    const words = deleting.length > 0 && this.#subjects.isAtEdge(aside) ? this.#subjects.words(index) : null
    if (!words) return
    this.#subjects.touched.add(words.paragraph)
    this.#table(finding, changesOf('amend', words.ranges), codes(deleting))
  }

  #requested(aside: AsidePlan, index: number): Change[] | null {
    const { scribe } = this.#author
    const { text, paragraphs } = this.#desk.script
    const words = text
      .slice(aside.from + 1, aside.to - 1)
      .replace(/^[^{}:]{1,240}:\s*(?=(?:place|join|make)\b)/, '')
    const request = noteRequest(words)
    const { id } = paragraphs[index]!
    const spot = scribe.breakOf(id)
    if (!request) return null
    const place = request.type === 'place' ? this.#placeAt(request.after) : null
    if (!spot || (request.type === 'place' && (!place || place.paragraph === id))) {
      this.#keep(aside.finding, 'no-paragraph')
      return null
    }
    this.#touch(index)
    const { source, at } = spot
    if (request.type === 'join') return [{ type: 'amend', strike: [{ source, from: at, to: at + 1 }] }]
    if (request.type === 'set') return [{ ...request, paragraph: id }]
    const through = { source, at: scribe.endOf(spot).at - 1 }
    return [{ type: 'place', paragraph: id, through, anchor: place!.anchor }]
  }

  /** The gap behind the paragraph of that number; at the beginning of the text for null. */
  #placeAt(
    label: string | null,
  ): { paragraph: string | null; anchor: { source: string; at: number } } | null {
    const { scribe } = this.#author
    if (label === null) {
      const [first] = scribe.base
      return first ? { paragraph: null, anchor: { source: first.id, at: 0 } } : null
    }
    const index = this.#subjects.numbered(label)
    const id = index === null ? null : this.#desk.script.paragraphs[index]!.id
    const spot = id === null ? undefined : scribe.breakOf(id)
    return spot ? { paragraph: id, anchor: scribe.endOf(spot) } : null
  }

  /** A paragraph with brackets is not agreed. */
  #touch(index: number): void {
    this.#subjects.touched.add(this.#desk.script.paragraphs[index]!.id)
  }

  declare(acts: readonly number[]): void {
    if (acts.length > 1) this.#step(null, { type: 'rivals', proposals: acts.slice(0, 500) })
  }

  /** What is said of wordings side by side, beyond asking for, striking and holding them. */
  positions(wordings: readonly Wording[]): void {
    const all = wordings.flatMap(({ acts }) => (acts.proposed === null ? [] : [acts.proposed]))
    for (const { finding, role, acts } of wordings) {
      const { struck, held, proposed } = acts
      const contests = [...(struck === null ? [] : [struck]), ...all]
      const on = role === 'proposed' ? [proposed ?? 0] : contests.length > 0 ? contests : [held ?? 0]
      const known = on.filter((n) => n > 0)
      if (known.length === 0) continue
      for (const claim of finding.claims) this.#claim(finding, claim, known, role === 'standing')
      for (const said of finding.unsaid) this.#comment(finding, onAct(known[0]!), said)
    }
  }

  #claim(finding: Draft, claim: FoundClaim, acts: readonly number[], standing: boolean): void {
    const { asked, condition } = claim
    const parties = codes([claim])
    if (asked === 'withdraw')
      return parties.forEach((party, i) => this.#undertake(finding, party, condition, acts, i))
    if (asked === 'unchanged')
      for (const party of parties) this.#comment(finding, onAct(acts[0]!), noChange, party)
    const isAsking = standing
      ? asked === 'delete' || asked === 'reserve'
      : ['propose', 'add', 'drafting'].includes(asked)
    if (isAsking && condition !== '')
      for (const party of parties) this.#comment(finding, onAct(acts[0]!), condition, party)
    const stance = stances[asked]
    if (!stance || isAsking) return
    const retains = standing && ['retain', 'support'].includes(asked)
    for (const n of acts)
      for (const party of parties)
        this.#position(finding, onAct(n), party, retains ? 'retain' : stance[0], stance[1], condition)
  }

  #position(
    finding: Draft,
    on: PositionOn,
    party: string,
    stance: Stance,
    reason: string,
    condition: string,
  ): void {
    // The chair takes no positions: what it is said to think is a remark.
    if (party === chairCode)
      return this.#comment(finding, on, [party, stance, reason, condition].filter(Boolean).join(' '))
    const what = 'proposal' in on ? on.proposal : on.paragraph
    const now = JSON.stringify([stance, reason, condition])
    if (this.#taken.get(`${party} ${what}`) === now) return
    this.#taken.set(`${party} ${what}`, now)
    const when = this.#whenOf(condition, 'proposal' in on ? on.proposal : null)
    this.#step(finding, { type: 'position', on, stance, reason, condition, ...(when ? { when } : {}) }, party)
  }

  /** What a condition waits for, where it names a paragraph. */
  #whenOf(condition: string, but: number | null): When | null {
    const index = this.#subjects.named(condition)
    if (index === null) return null
    const { id } = this.#desk.script.paragraphs[index]!
    const spot = this.#author.scribe.breakOf(id)
    const proposal = spot && parseSource(spot.source)?.proposal
    if (proposal === undefined)
      return spot && but === null ? null : spot ? { paragraph: id, becomes: 'agreed' } : null
    const gone = /\b(?:withdrawn|deleted|dropped|removed)\b/i.test(condition)
    return proposal === but ? null : { proposal, becomes: gone ? 'withdrawn' : 'accepted' }
  }

  /** A sponsor would withdraw; who asks for other words in that paragraph, would withdraw those in turn. */
  #undertake(finding: Draft, party: string, condition: string, acts: readonly number[], i: number): void {
    if (party === chairCode)
      return this.#comment(finding, onAct(acts[0]!), `${party} would withdraw ${condition}`.trim())
    const [first] = acts
    const own = acts.filter((n) => this.#sponsors(n).includes(party))
    for (const proposal of own) {
      const when = this.#whenOf(condition, proposal)
      this.#step(finding, { type: 'undertake', proposal, condition, ...(when ? { when } : {}) }, party)
    }
    if (own.length > 0) return
    const others = this.#subjects
      .actsIn(finding)
      .filter((n) => !acts.includes(n) && this.#sponsors(n).includes(party))
    const chained = i === 0 && others.length > 0
    if (chained)
      for (const proposal of others) {
        const when: When = { proposal: first!, becomes: 'withdrawn' }
        this.#step(finding, { type: 'undertake', proposal, condition, when }, party)
      }
    else {
      this.#keep(finding, 'not-sponsor')
      this.#comment(finding, onAct(first!), `Would withdraw ${condition}`.trim(), party)
    }
  }

  #sponsors(act: number): string[] {
    return this.#author.scribe.steps.flatMap(({ for: party, deed }, i) =>
      party !== undefined && (i + 2 === act || (deed.type === 'cosponsor' && deed.proposal === act))
        ? [party]
        : [],
    )
  }

  /** Those who want no text want none of the options. */
  wantNone(acts: readonly number[], finding: Draft): void {
    const on = this.#subjects.on(placeOf(this.#desk.script, finding.from).index)
    const words = this.#desk.script.text.slice(finding.from, finding.to)
    // Without a name nobody can be said to want none: it is what the text says.
    if (on && (acts.length === 0 || finding.sponsors.length === 0)) {
      this.#keep(finding, 'no-words')
      this.#comment(finding, acts[0] === undefined ? on : onAct(acts[0]), words)
    }
    for (const n of acts)
      for (const party of finding.sponsors) this.#position(finding, onAct(n), party, 'noText', '', '')
  }

  /** “[EU reserves its position on this.]”: who says so of the paragraph that cites the footnote. */
  reserved(finding: Draft): void {
    const { script, voices, heard } = this.#desk
    const list = readNames(script.text, finding.from + 1, finding.to - 1, voices.lexicon)
    const on = this.#subjects.on(placeOf(script, finding.from).index)
    if (!on || !list || trustOf(list).least !== 'known') return
    if (!reserving.test(script.text.slice(list.end, finding.to))) return
    const claims = voices.claimsOf([{ names: list.names, asked: 'reserve', condition: '' }])
    heard.push(...claims)
    for (const code of codes(claims)) this.#position(finding, on, code, 'reserves', '', '')
  }

  /** Notes and lines of positions that are no requests. */
  remark(aside: AsidePlan): void {
    const { finding, does, from, to } = aside
    const { text } = this.#desk.script
    if (does === 'status' || this.#done.has(aside)) return
    const on = this.#subjects.on(placeOf(this.#desk.script, from).index)
    if (!on) return
    const [party] = finding.sponsors
    if (does === 'note')
      return this.#comment(
        finding,
        on,
        text.slice(from + 1, to - 1).trim(),
        finding.sponsors.length === 1 ? party : undefined,
      )
    for (const said of finding.unsaid) this.#comment(finding, on, said)
    // Who would withdraw speaks of what they ask for in that paragraph; whoever follows, of theirs in turn.
    const [first] = codes(finding.claims.filter(({ asked }) => asked === 'withdraw'))
    const theirs = this.#subjects.actsIn(finding).filter((n) => first && this.#sponsors(n).includes(first))
    for (const claim of finding.claims) {
      if (claim.asked === 'withdraw' && theirs.length > 0) {
        codes([claim]).forEach((code, i) => this.#undertake(finding, code, claim.condition, theirs, i))
        continue
      }
      if (claim.asked === 'withdraw') {
        this.#keep(finding, 'not-sponsor')
        if (finding.unsaid.length === 0) this.#comment(finding, on, text.slice(from, to))
        continue
      }
      const stance = stances[claim.asked]
      const isDone = claim.asked === 'delete' && this.#subjects.isAtEdge(aside)
      if (isDone) continue
      for (const code of codes([claim]))
        if (stance) {
          const own = claim.asked === 'retain' ? 'retain' : stance[0]
          this.#position(finding, on, code, own, stance[1], claim.condition)
        } else if (claim.asked === 'unchanged') this.#comment(finding, on, noChange, code)
        else if (claim.asked !== 'instruct') this.#comment(finding, on, text.slice(from, to), code)
    }
  }

  #pending(words: string): string[] {
    const { lexicon, seated } = this.#desk.voices
    const named = pendingIn(words).flatMap((name) => lexicon.get(name) ?? [])
    return [...new Set(named)].filter(seated)
  }

  /** How a paragraph stands. One with brackets is not agreed, and one that is only asked for is not of the text. */
  status(aside: AsidePlan): void {
    const { finding, from, to } = aside
    const words = this.#desk.script.text.slice(from, to).replace(/^[\s[{(–—-]+|[\s\])}]+$/g, '')
    const on = this.#subjects.on(placeOf(this.#desk.script, from).index)
    const status = statusOf(words)
    if (!on) return
    const isOfText = 'paragraph' in on && this.#subjects.isBase(on.paragraph)
    const closes = status === 'adReferendum' || status === 'adopted'
    const hasBrackets = isOfText && closes && this.#subjects.touched.has(on.paragraph)
    const isNews = isOfText && (this.#statuses.get(on.paragraph) ?? 'open') !== status
    if (isOfText && status && isNews && !hasBrackets && status !== 'reopened') {
      this.#statuses.set(on.paragraph, status)
      this.#step(finding, {
        type: 'status',
        paragraph: on.paragraph,
        status,
        pending: this.#pending(words),
        reason: words,
      })
      return
    }
    if (hasBrackets) this.#keep(finding, 'brackets-open')
    else if (!isOfText) this.#keep(finding, 'no-paragraph')
    this.#comment(finding, on, words)
  }
}

/** Behind names, how a sentence of a footnote goes on that holds a reservation of theirs. */
const reserving =
  /^ (?:also |formally )?(?:reserves?|wish(?:es)?|asks?|requests?|enters?|places?|maintains?)\b/

const onAct = (proposal: number): PositionOn => ({ proposal, version: 1 })

const codes = (claims: readonly FoundClaim[]): string[] => [
  ...new Set(claims.flatMap(({ names }) => names.flatMap(({ code }) => code ?? []))),
]
