import { z } from 'zod'
import { partyKinds } from '../party/party.ts'
import { stances } from '../party/position.ts'
import { channels } from '../proposal/channel.ts'
import { paragraphKinds } from '../text/token.ts'

/** Longest texts the record takes, in UTF-16 code units. */
export const limits = {
  name: 200,
  code: 24,
  remark: 10_000,
  words: 2_000_000,
  paragraphs: 5_000,
  list: 500,
  places: 2_000,
}

// C0 controls other than tab, the atoms' stand-in, lone surrogates and controls that turn the direction of what
// others wrote behind them have no place in a negotiated text.
const unclean = /[\u0000-\u0008\u000a-\u001f\u202a-\u202e\u2066-\u2069\ufffc]/
const clean = z.string().refine((s) => !unclean.test(s) && s.isWellFormed(), {
  message: 'control characters or broken characters',
})
const remark = z
  .string()
  .max(limits.remark)
  .refine((s) => !/[\u0000-\u0008\u000b-\u001f]/.test(s) && s.isWellFormed(), {
    message: 'control characters or broken characters',
  })
// What is not seen would let two bear the same name, or none.
const unseen =
  /[\u007f-\u009f\u00ad\u115f\u1160\u200b\u2028\u2029\u2060-\u2064\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/u
/** Words without what a name or title may not hold because it is not seen. */
export const onlySeen = (words: string): string =>
  Array.from(words, (c) => (unseen.test(c) ? '' : c)).join('')
const seen = /[\p{L}\p{N}\p{P}\p{S}]/u
const name = clean
  .min(1)
  .max(limits.name)
  .refine((s) => seen.test(s) && !unseen.test(s), { message: 'characters that are not seen' })
/** A name or a title as it is typed: spaces around it are taken off. */
export const nameSchema = z.string().trim().pipe(name)
const id = z.string().regex(/^(?!__proto__$)[A-Za-z0-9_-]{1,40}$/)
const code = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} &.’'/-]{0,23}$/u)
const source = z.string().regex(/^([A-Za-z0-9_-]{1,40}|\d+\.\d+\/\d+)$/)
const offset = z.int().min(0).max(limits.words)
const day = z.iso.date()
const act = z.int().min(1)

const marks = z.strictObject({
  em: z.literal(true).optional(),
  strong: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  sub: z.literal(true).optional(),
  sup: z.literal(true).optional(),
  link: z
    .string()
    .max(2000)
    .regex(/^(https?:\/\/|mailto:)[^\s<>"]+$/i)
    .optional(),
})
const kind = z.enum(paragraphKinds)
const level = z.int().min(0).max(4)
const head = z.strictObject({ id, kind, level })
const inline = z.union([
  z.strictObject({ text: clean.min(1).max(limits.words), marks: marks.optional() }),
  z.strictObject({ note: id }),
  z.strictObject({ line: z.literal(true) }),
])
const runs = z
  .array(z.union([inline, z.strictObject({ break: head })]))
  .max(50_000)
  .refine((all) => all.filter((run) => 'break' in run).length <= limits.paragraphs, 'too many paragraphs')
  .refine(
    (all) => all.reduce((n, run) => n + ('text' in run ? run.text.length : 1), 0) <= limits.words,
    'too long',
  )
const number = z.int().min(1).max(9_999)
/** The numbers a text came with: which paragraph has which, and under what they begin anew. */
export const countsSchema = z
  .array(
    z.strictObject({
      paragraph: id,
      number: number.optional(),
      suffix: z
        .string()
        .regex(/^(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|\+\d{1,3}|alt)$/)
        .optional(),
      under: z.union([z.literal(''), name]).optional(),
      next: number.optional(),
    }),
  )
  .max(limits.paragraphs)
/** A paragraph of a text that is opened. */
export const paragraphSchema = head.extend({ content: z.array(inline).max(20_000) })

const range = z.strictObject({ source, from: offset, to: offset })
const anchor = z.strictObject({ source, at: offset, before: source.optional(), after: source.optional() })
const changeSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('amend'),
    strike: z.array(range).max(limits.list),
    insert: z.strictObject({ anchor, runs }).optional(),
  }),
  z.strictObject({ type: z.literal('set'), paragraph: id, kind: kind.optional(), level: level.optional() }),
  z.strictObject({
    type: z.literal('place'),
    paragraph: id,
    through: z.strictObject({ source, at: offset }),
    anchor,
  }),
  z.strictObject({ type: z.literal('hold'), ranges: z.array(range).min(1).max(limits.list) }),
])
// Every place is compared with every other: without a bound one act could hold up the room.
const places = (all: readonly z.infer<typeof changeSchema>[]): number =>
  all.reduce(
    (n, change) =>
      n + (change.type === 'amend' ? change.strike : change.type === 'hold' ? change.ranges : []).length,
    0,
  )
const changes = z
  .array(changeSchema)
  .min(1)
  .max(limits.list)
  .refine((all) => places(all) <= limits.places, { message: 'too many places' })

/** A party as it is seated; a group with its members and since when. */
export const partySchema = z.strictObject({
  code,
  name,
  kind: z.enum(partyKinds),
  members: z
    .array(z.strictObject({ code, from: day, until: day.optional() }))
    .max(limits.list)
    .optional(),
})

/** Levels of agreement on a paragraph, with the modifiers a chair may declare. */
export const paragraphStatuses = [
  'open',
  'informals',
  'adReferendum',
  'adopted',
  'reopened',
  'parked',
  'package',
] as const
export type ParagraphStatus = (typeof paragraphStatuses)[number]

/** What the chair may rule on a proposal; `open` takes a ruling back. */
export const rulings = ['accepted', 'superseded', 'lapsed', 'parked', 'merged', 'open'] as const
export type Ruling = (typeof rulings)[number]

const on = z.union([
  z.strictObject({ proposal: act, version: z.int().min(1) }),
  z.strictObject({ paragraph: id }),
])

const when = z.union([
  z.strictObject({ proposal: act, becomes: z.enum(['accepted', 'withdrawn']) }),
  z.strictObject({ paragraph: id, becomes: z.literal('agreed') }),
])

/** What an act does. The validators are the definition: types are inferred from them. */
export const deedSchema = z.discriminatedUnion('type', [
  /** Opens a text: its words, the numbers it came with, and who negotiates it. Always act 1. */
  z.strictObject({
    type: z.literal('open'),
    title: name,
    symbol: name,
    language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    paragraphs: z.array(paragraphSchema).min(1).max(limits.paragraphs),
    counts: countsSchema.optional(),
    parties: z.array(partySchema).max(limits.list),
  }),
  /** Seats a delegation or group, or changes its name or dated membership. */
  z.strictObject({ type: z.literal('seat'), party: partySchema }),
  /** Opens a meeting; acts are stamped with it until it rises. */
  z.strictObject({ type: z.literal('meet'), meeting: id, title: name }),
  z.strictObject({ type: z.literal('rise') }),
  z.strictObject({
    type: z.literal('table'),
    changes,
    rationale: remark,
    invite: z.array(code).max(limits.list),
    /** Proposals its sponsors declare alternatives to this one. */
    alternatives: z.array(act).max(limits.list),
  }),
  z.strictObject({ type: z.literal('revise'), proposal: act, changes, rationale: remark }),
  /** Takes the delegation's name off; the proposal falls when no sponsor is left. */
  z.strictObject({ type: z.literal('withdraw'), proposal: act, reason: remark }),
  z.strictObject({ type: z.literal('cosponsor'), proposal: act }),
  /** Answers an invitation to co-sponsor with no. */
  z.strictObject({ type: z.literal('decline'), proposal: act }),
  z.strictObject({
    type: z.literal('position'),
    on,
    stance: z.enum(stances).nullable(),
    reason: remark,
    condition: remark,
    when: when.optional(),
  }),
  /** Announces that the sponsor withdraws if something comes about; without a condition it takes that back. */
  z.strictObject({
    type: z.literal('undertake'),
    proposal: act,
    condition: remark,
    when: when.optional(),
  }),
  /** Asks parties whose positions are on an earlier wording where they stand on this one. */
  z.strictObject({
    type: z.literal('ask'),
    proposal: act,
    version: z.int().min(1),
    parties: z.array(code).min(1).max(limits.list),
  }),
  z.strictObject({ type: z.literal('comment'), on, text: remark.min(1) }),
  z.strictObject({
    type: z.literal('rule'),
    proposal: act,
    version: z.int().min(1),
    ruling: z.enum(rulings),
    into: act.optional(),
    reason: remark,
  }),
  /** The chair's pen: a proposal of the chair's, accepted in the same act. */
  z.strictObject({ type: z.literal('amend'), changes, rationale: remark }),
  z.strictObject({ type: z.literal('rivals'), proposals: z.array(act).min(2).max(limits.list) }),
  z.strictObject({
    type: z.literal('status'),
    paragraph: id,
    status: z.enum(paragraphStatuses),
    pending: z.array(code).max(limits.list),
    reason: remark,
  }),
  /** Names what is to be agreed together, or changes what it holds; with nothing in it the package is dissolved. */
  z.strictObject({
    type: z.literal('package'),
    package: id,
    title: name,
    proposals: z.array(act).max(limits.list),
    paragraphs: z.array(id).max(limits.list),
  }),
  /** Issues Rev.N: what is accepted becomes the text. `contentHash` is that of the clean text. */
  z.strictObject({
    type: z.literal('publish'),
    symbol: name,
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
    note: remark,
  }),
])

/** What is done by an act, without who did it and when. */
export type Deed = z.infer<typeof deedSchema>
export type DeedType = Deed['type']
export type DeedOf<T extends DeedType> = Extract<Deed, { type: T }>

/** What a client asks for; the server adds who, when, where and the number. */
export const intentSchema = z.strictObject({
  /** Idempotency key: the same key is recorded once. */
  key: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  /** Delegation for which it is done; defaults to the person's own. */
  for: code.optional(),
  /** Group on whose behalf that delegation speaks. */
  onBehalfOf: code.optional(),
  channel: z.enum(channels),
  deed: deedSchema,
})

/** What a client asks to have recorded; the server adds who and when. */
export type Intent = z.infer<typeof intentSchema>
