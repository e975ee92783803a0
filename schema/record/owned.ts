import { firstPrev } from './chain.ts'
import type { DeedType } from './deed.ts'
import type { State } from './state.ts'

/** A state whose maps belong to one fold and are changed in place. Values in the maps are replaced, never changed. */
export type Owned = { -readonly [K in keyof State]: Thawed<State[K]> }
type Thawed<T> =
  T extends ReadonlyMap<infer K, infer V> ? Map<K, V> : T extends ReadonlySet<infer V> ? Set<V> : T

const woven = ['proposals', 'sources', 'slots', 'breaks', 'sets', 'places', 'touched'] as const
const all = [
  ...woven,
  'parties',
  'meetings',
  'accepted',
  'positions',
  'remarks',
  'statuses',
  'packages',
] as const

/** The maps and sets into which each deed is folded. */
const written: Readonly<Record<DeedType, readonly (typeof all)[number][]>> = {
  open: all,
  seat: ['parties'],
  meet: ['meetings'],
  rise: ['meetings'],
  table: woven,
  amend: [...woven, 'accepted'],
  revise: woven,
  withdraw: ['proposals', 'touched'],
  cosponsor: ['proposals', 'touched'],
  decline: ['proposals', 'touched'],
  rivals: ['proposals', 'touched'],
  rule: ['proposals', 'touched', 'accepted'],
  undertake: ['proposals', 'touched'],
  ask: ['proposals', 'touched'],
  position: ['positions', 'touched'],
  comment: ['remarks', 'touched'],
  status: ['statuses', 'touched'],
  package: ['packages'],
  publish: ['touched'],
}

/** A copy that shares every value but owns its maps and sets: all of them, or those that one deed writes. */
export function own(state: State, deed?: DeedType): Owned {
  const copy: Record<string, unknown> = { ...state }
  for (const name of deed ? written[deed] : all) {
    const part = state[name]
    copy[name] = part instanceof Map ? new Map(part) : new Set(part as ReadonlySet<string>)
  }
  return copy as unknown as Owned
}

/** The state before act 1. */
export function emptyState(): Owned {
  return {
    text: '',
    title: '',
    symbol: '',
    language: 'en',
    n: 0,
    at: '',
    hash: firstPrev,
    importing: false,
    parties: new Map(),
    meetings: new Map(),
    meeting: null,
    opened: [],
    counts: new Map(),
    sources: new Map(),
    slots: new Map(),
    breaks: new Map(),
    sets: new Map(),
    places: new Map(),
    proposals: new Map(),
    accepted: new Set(),
    positions: new Map(),
    remarks: new Map(),
    statuses: new Map(),
    packages: new Map(),
    revisions: [],
    touched: new Map(),
  }
}
