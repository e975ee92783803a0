import { paragraphStatuses, type ParagraphStatus } from '../../../schema/record/deed.ts'
import { type Lens, type Names, namings } from '../../../schema/view/passage.ts'

/** The ways the room shows a text. `ours` is what one's own delegation asks for. */
const viewNames = ['all', 'base', 'clean', 'ours', 'since', 'asif'] as const
export type ViewName = (typeof viewNames)[number]

/** Deepest level below which brackets can be folded together. */
const deepestFold = 4

/** Links of an earlier form, in which how delegations are named was a view. */
const viewsOfNames: Readonly<Record<string, Names>> = { groups: 'groups', unnamed: 'hidden' }

/** The things of which it is told who stands where. */
export const standsNames = ['brackets', 'paragraphs', 'packages', 'renewals'] as const
export type Stands = (typeof standsNames)[number]

/** What of the room stands in its address, so that a link shows the same screen to somebody else. */
export interface Address {
  readonly view: ViewName
  readonly names: Names
  /** Only this party's proposals are shown in brackets, and what they rest on; null shows all. */
  readonly only: string | null
  /** Brackets deeper than this are folded; null folds none. */
  readonly fold: number | null
  /** Proposals supposed to be accepted; only of the view `asif`. */
  readonly supposed: readonly number[]
  /** Only paragraphs in which this delegation has an open proposal. */
  readonly party: string | null
  readonly status: ParagraphStatus | null
  /** Only paragraphs with open brackets. */
  readonly open: boolean
  /** The text as of this act; null is now. */
  readonly at: number | null
  /** The delegation's draft is open in place of the text. */
  readonly drafting: boolean
  /** Where things stand is shown in place of the text: of which things; null shows the text. */
  readonly stands: Stands | null
  /** Only what concerns this party, of what stands where. */
  readonly among: string | null
  /** Only what one delegation by itself could settle, of what stands where. */
  readonly near: boolean
  /** The word whose life is told, "source:unit"; empty to look for one; null when none is. */
  readonly life: string | null
}

/** The address of the whole text as it stands. */
export const plainAddress: Address = {
  view: 'all',
  names: 'shown',
  only: null,
  fold: null,
  supposed: [],
  party: null,
  status: null,
  open: false,
  at: null,
  drafting: false,
  stands: null,
  among: null,
  near: false,
  life: null,
}

/** Reads the query part of an address; what it does not understand is left out. */
export function parseAddress(search: string): Address {
  const query = new URLSearchParams(search)
  const supposed = (query.get('with') ?? '').split(',').map(Number).filter(isAct)
  const at = Number(query.get('at'))
  const asked = query.get('view')
  const view = viewNames.find((name) => name === asked) ?? 'all'
  const fold = Number(query.get('fold') ?? '')
  return {
    view: view === 'asif' && supposed.length === 0 ? 'all' : view,
    names: viewsOfNames[asked ?? ''] ?? namings.find((name) => name === query.get('names')) ?? 'shown',
    only: query.get('only') || null,
    fold: isAct(fold) && fold <= deepestFold ? fold : null,
    supposed,
    party: query.get('party') || null,
    status: paragraphStatuses.find((status) => status === query.get('status')) ?? null,
    open: query.get('open') === '1',
    at: isAct(at) ? at : null,
    drafting: query.get('draft') === '1',
    stands: standsNames.find((name) => name === query.get('stands')) ?? null,
    among: query.get('among') || null,
    near: query.get('near') === '1',
    life: query.get('life'),
  }
}

const isAct = (n: number) => Number.isSafeInteger(n) && n > 0

/** Writes the query part, with its question mark; nothing at all for the plain address. */
export function printAddress(address: Address): string {
  const { view, names, only, fold, supposed, party, status, open, at, drafting, stands, among, near, life } =
    address
  const query = new URLSearchParams()
  if (view !== 'all') query.set('view', view)
  if (view === 'asif') query.set('with', supposed.join(','))
  if (names !== 'shown') query.set('names', names)
  if (only !== null) query.set('only', only)
  if (fold !== null) query.set('fold', String(fold))
  if (party !== null) query.set('party', party)
  if (status !== null) query.set('status', status)
  if (open) query.set('open', '1')
  if (at !== null) query.set('at', String(at))
  if (drafting) query.set('draft', '1')
  if (stands !== null) query.set('stands', stands)
  if (among !== null) query.set('among', among)
  if (near) query.set('near', '1')
  if (life !== null) query.set('life', life)
  const printed = query.toString()
  return printed ? `?${printed}` : ''
}

/** What the part behind `#` points to. */
export type Target =
  | { readonly type: 'paragraph'; readonly label: string }
  | { readonly type: 'proposal'; readonly proposal: number }

/** Reads `#OP4`, `#PP2bis` or `#proposal-1204`; null for nothing. */
export function parseTarget(hash: string): Target | null {
  const name = decoded(hash.replace(/^#/, ''))
  const proposal = /^proposal-(\d+)$/.exec(name)
  if (proposal) return { type: 'proposal', proposal: Number(proposal[1]) }
  return name === '' ? null : { type: 'paragraph', label: name }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A label as an address writes it: without spaces, "PP2bis"; labels are compared so. */
export const labelName = (label: string): string => label.replace(/\s+/g, '')

/** The lens of a view. `party` is one's own delegation; a person of none sees all brackets. */
export function lensOf({ view, names, only, supposed }: Address, party: string | null): Lens {
  switch (view) {
    case 'base':
      return { type: 'base' }
    case 'clean':
      return { type: 'clean' }
    case 'since':
      return { type: 'since', names }
    case 'asif':
      return { type: 'asIf', proposals: supposed }
    case 'ours':
      if (party !== null) return { type: 'preferred', party }
      break
    case 'all':
  }
  return only === null ? { type: 'compilation', names } : { type: 'compilation', names, only }
}
