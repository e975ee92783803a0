import { currentVersion } from '../../../schema/proposal/proposal.ts'
import { tally } from '../../../schema/party/tally.ts'
import type { State } from '../../../schema/record/state.ts'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import { stanceNames } from '../../lang/en/common.ts'
import { reading } from '../../lang/en/reading.ts'
import type { Sayer } from '../../lang/say.tsx'
import { conditionWords } from '../asking/naming.ts'

/** What one party set as a condition: "withdraws if OP3 bis is kept". */
export interface Condition {
  readonly party: string
  readonly words: string
}

/** The conditions that sponsors of some proposals and those who took a position on them have set, in order. */
export function conditionsOn(
  state: State,
  rows: readonly ParagraphView[],
  proposals: readonly number[],
  say: Sayer,
): Condition[] {
  return proposals.flatMap((id) => {
    const proposal = state.proposals.get(id)
    if (!proposal) return []
    const { version } = currentVersion(proposal)
    return [
      ...proposal.undertakings.map((one) => ({
        party: one.party,
        words: say(reading.withdraws, { condition: conditionWords(state, rows, one, say) }),
      })),
      ...tally(state, id).standings.flatMap(({ party, through, position }) => {
        const condition = conditionWords(state, rows, position, say)
        const current = 'version' in position.on && position.on.version === version
        if (through !== null || !position.stance || !condition || !current) return []
        const stance = say(stanceNames[position.stance]).toLocaleLowerCase()
        return [{ party, words: say(reading.condition, { stance, condition }) }]
      }),
    ]
  })
}
