/** A source of numbers that are the same for the same seed: integers from 0 up to, not including, `below`. */
export type Dice = (below: number) => number

/** Dice of a seed (a 32-bit integer); the generator is mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** One of a list. Throws RangeError when it is empty. */
export function oneOf<T>(dice: Dice, list: readonly T[]): T {
  if (list.length === 0) throw new RangeError('nothing to choose from')
  return list[dice(list.length)]!
}
