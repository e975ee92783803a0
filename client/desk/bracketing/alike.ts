/** Letters that a name may differ in from what was meant, by its length: short codes are told apart by one letter. */
const slips = (length: number): number => (length < 5 ? 0 : length < 10 ? 1 : 2)

/** Of `known` names the one of which `name` is a misspelling; null where none is, or more than one may be meant. */
export function alikeTo<T>(name: string, known: Iterable<readonly [string, T]>): T | null {
  const wanted = plain(name)
  const most = slips(wanted.length)
  let best: { readonly meant: T; readonly apart: number } | null = null
  let isDoubtful = false
  for (const [other, meant] of known) {
    const apart = apartAtMost(wanted, plain(other), most)
    if (apart > most || (best && apart > best.apart)) continue
    isDoubtful = best !== null && apart === best.apart && best.meant !== meant
    best = { meant, apart }
  }
  return isDoubtful ? null : (best?.meant ?? null)
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Letters left out, put in, changed or exchanged with their neighbour; more than `most` as soon as that is known. */
function apartAtMost(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = last[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)
      const exchanged = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row[j] = Math.min(changed, last[j]! + 1, row[j - 1]! + 1, exchanged ? before[j - 2]! + 1 : changed)
    }
    if (Math.min(...row) > most) return most + 1
    ;[before, last] = [last, row]
  }
  return last.at(-1)!
}
