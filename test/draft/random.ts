/** Numbers from 0 up to 1, the same for the same seed. */
export function random(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Seeds of a fuzz: `SEED` and `RUNS` of the environment choose others. */
export function seeds(usual: number): number[] {
  const first = Number(process.env['SEED'] ?? 1)
  return Array.from({ length: Number(process.env['RUNS'] ?? usual) }, (_, i) => first + i)
}
