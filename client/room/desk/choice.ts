import { linkedChanges } from '../../../schema/proposal/linked.ts'
import type { DeskChange } from './desk-change.ts'

/** What of a draft is to be tabled: which changes, and which of them stand or fall with the one before. */
export interface Choice {
  /** Names of changes ticked or unticked by hand; others follow the rule of `isChosen`. */
  readonly ticked: ReadonlyMap<string, boolean>
  readonly joined: ReadonlySet<string>
}

/** Nothing ticked or joined by hand. */
export const noChoice: Choice = { ticked: new Map(), joined: new Set() }

/**
 * True for a change that would be tabled. Unless ticked by hand these are the changes made since the
 * person came (`before` holds the names of older ones): nobody tables what a colleague left unfinished
 * by accident.
 */
export function isChosen(
  { name, tabled }: DeskChange,
  { ticked }: Choice,
  before: ReadonlySet<string>,
): boolean {
  return tabled === null && (ticked.get(name) ?? !before.has(name))
}

/** What would be tabled, proposal by proposal: joined changes in one. Changes of one revision stay together. */
export function proposalsOf(
  changes: readonly DeskChange[],
  choice: Choice,
  before: ReadonlySet<string>,
): readonly (readonly DeskChange[])[] {
  const out: DeskChange[][] = []
  const chosen = changes.filter((change) => isChosen(change, choice, before))
  // A footnote and the reference to it are one thing, wherever they stand.
  const partners = linkedChanges(chosen.map(({ change }) => change)).map((group) =>
    group.map((i) => chosen[i]),
  )
  for (const change of chosen) {
    const partner = partners.find((group) => group.includes(change))?.[0]
    const home = partner === change ? undefined : out.find((unit) => unit.some((one) => one === partner))
    if (home) {
      home.push(change)
      continue
    }
    const last = out.at(-1)
    const revised = out.find(
      ([first]) => first !== undefined && first.revises !== null && first.revises === change.revises,
    )
    if (revised) revised.push(change)
    else if (last && last[0]?.revises === null && change.revises === null && choice.joined.has(change.name))
      last.push(change)
    else out.push([change])
  }
  return out
}

/** Chosen changes that could be tabled as one proposal: all but those that revise one. */
export function joinable(
  changes: readonly DeskChange[],
  choice: Choice,
  before: ReadonlySet<string>,
): readonly DeskChange[] {
  return changes.filter((change) => change.revises === null && isChosen(change, choice, before))
}

/** The choice with all these changes in one proposal, or each by itself. */
export const joinAll = (choice: Choice, changes: readonly DeskChange[], on: boolean): Choice => ({
  ...choice,
  joined: new Set(on ? changes.map(({ name }) => name) : []),
})

/** The choice with a change ticked or not. */
export const tick = (choice: Choice, name: string, on: boolean): Choice => ({
  ...choice,
  ticked: new Map(choice.ticked).set(name, on),
})

/** The choice with a change joined to the one before it, or parted from it. */
export function join(choice: Choice, name: string, on: boolean): Choice {
  const joined = new Set(choice.joined)
  if (on) joined.add(name)
  else joined.delete(name)
  return { ...choice, joined }
}
