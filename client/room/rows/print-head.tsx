import { useIntl } from 'react-intl'
import type { State } from '../../../schema/record/state.ts'
import { reading } from '../../lang/en/reading.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { momentIn } from '../../record/time.ts'
import type { Address } from '../moving/address.ts'
import { useRoom } from '../context.ts'
import { isFiltered } from '../bar/filter.ts'
import { viewWords } from '../bar/views.tsx'

/** On paper, over the text: which text it is, how it is shown, and as of which act. The screen does not show it. */
export function PrintHead({
  state,
  address,
  shown,
  all,
}: {
  /** The state that is shown. */
  readonly state: State
  readonly address: Address
  /** Paragraphs that are shown, and all there are. */
  readonly shown: number
  readonly all: number
}) {
  const say = useSay()
  const { locale } = useIntl()
  const { live } = useRoom()
  const last = live.acts[state.n - 1]
  const facts = [
    viewWords(address, state, say),
    ...(address.only === null ? [] : [say(reading.onlyOf, { who: address.only })]),
    ...(isFiltered(address) ? [say(words.shown, { shown, all })] : []),
    ...(last ? [say(reading.printedAs, { n: state.n, at: momentIn(locale, last.at) })] : []),
  ]
  return (
    <div className="print-head" aria-hidden="true">
      <b dir="auto">
        {state.symbol} {state.title}
      </b>
      {facts.join(' · ')}
    </div>
  )
}
