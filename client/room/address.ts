import { paragraphStatuses, type ParagraphStatus } from '../../schema/record/deed.ts'
import type { Lens } from '../../schema/view/passage.ts'

/** The ways the room shows a text. `ours` is what one's own delegation asks for. */
export const viewNames = ['all', 'groups', 'unnamed', 'base', 'clean', 'ours', 'since', 'asif'] as const
export type ViewName = (typeof viewNames)[number]

/** What of the room stands in its address, so that a link shows the same screen to somebody else. */
export interface Address {
  readonly view: ViewName
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
}

/** The address of the whole text as it stands. */
export const plainAddress: Address = {
  view: 'all',
  supposed: [],
  party: null,
  status: null,
  open: false,
  at: null,
  drafting: false,
}

/** Reads the query part of an address; what it does not understand is left out. */
export function parseAddress(search: string): Address {
  const query = new URLSearchParams(search)
  const supposed = (query.get('with') ?? '').split(',').map(Number).filter(isAct)
  const at = Number(query.get('at'))
  const view = viewNames.find((name) => name === query.get('view')) ?? 'all'
  return {
    view: view === 'asif' && supposed.length === 0 ? 'all' : view,
    supposed,
    party: query.get('party') || null,
    status: paragraphStatuses.find((status) => status === query.get('status')) ?? null,
    open: query.get('open') === '1',
    at: isAct(at) ? at : null,
    drafting: query.get('draft') === '1',
  }
}

const isAct = (n: number) => Number.isSafeInteger(n) && n > 0

/** Writes the query part, with its question mark; nothing at all for the plain address. */
export function printAddress({ view, supposed, party, status, open, at, drafting }: Address): string {
  const query = new URLSearchParams()
  if (view !== 'all') query.set('view', view)
  if (view === 'asif') query.set('with', supposed.join(','))
  if (party !== null) query.set('party', party)
  if (status !== null) query.set('status', status)
  if (open) query.set('open', '1')
  if (at !== null) query.set('at', String(at))
  if (drafting) query.set('draft', '1')
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
export function lensOf({ view, supposed }: Address, party: string | null): Lens {
  switch (view) {
    case 'groups':
      return { type: 'compilation', names: 'groups' }
    case 'unnamed':
      return { type: 'compilation', names: 'hidden' }
    case 'base':
      return { type: 'base' }
    case 'clean':
      return { type: 'clean' }
    case 'since':
      return { type: 'since', names: 'shown' }
    case 'asif':
      return { type: 'asIf', proposals: supposed }
    case 'ours':
      return party === null ? compilation : { type: 'preferred', party }
    case 'all':
      return compilation
  }
}

const compilation: Lens = { type: 'compilation', names: 'shown' }
