import { runCases } from './case.ts'
import { bracketCases } from './cases-brackets.ts'
import { orderCases } from './cases-order.ts'
import { structureCases } from './cases-structure.ts'
import { wordCases } from './cases-words.ts'

runCases('words', wordCases)
runCases('paragraphs', structureCases)
runCases('brackets', bracketCases)
runCases('order', orderCases)
