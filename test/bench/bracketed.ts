import { addition, clause, wordCount } from './prose.ts'
import type { Dice } from './random.ts'
import { diceOf, oneOf } from './random.ts'

/** Those who ask for what stands in brackets. */
export const names = ['EU', 'G77', 'US', 'JP', 'CANZ', 'AOSIS', 'NO', 'BR'] as const

/** A text as secretariats circulate it: at least so many words and pairs of brackets, some ten deep. */
export function bracketedText(words: number, pairs: number): string {
  const dice = diceOf(1945)
  const lines: string[] = []
  const perParagraph = Math.ceil((pairs * 60) / words)
  let [count, made] = [0, 0]
  while (count < words || made < pairs) {
    const parts = [`${lines.length + 1}. ${clause(dice)}`]
    for (let i = 0; i < perParagraph && made < pairs; i++) {
      const depth = made % 100 === 0 ? 10 : 1 + dice(3)
      parts.push(nested(dice, depth))
      made += depth
    }
    const line = `${parts.join(', ')};`
    count += wordCount(line)
    lines.push(line)
  }
  return lines.join('\n')
}

function nested(dice: Dice, depth: number): string {
  const inner = depth > 1 ? ` ${nested(dice, depth - 1)}` : ''
  const form = dice(4)
  const words = addition(dice)
  if (form === 0) return `[${oneOf(dice, names)}: ${words}${inner}]`
  if (form === 1) return `[${words}${inner} – ${oneOf(dice, names)}; ${oneOf(dice, names)} delete]`
  return form === 2 ? `[${words}${inner}]` : `[${words} / ${addition(dice)}${inner}]`
}
