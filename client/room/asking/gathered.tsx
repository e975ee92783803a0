import type { Change } from '../../../schema/proposal/change.ts'
import type { State } from '../../../schema/record/state.ts'
import { Button } from '../../controls/button.tsx'
import { Notice } from '../../controls/notice.tsx'
import { asking as words } from '../../lang/en/asking.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { Sentence, sentenceText } from '../wording/sentence.tsx'
import { descriptionOf } from '../wording/sentences.tsx'

/** What has been gathered for one proposal, over the text: nothing of it is tabled. */
export function GatheredNotice() {
  const say = useSay()
  const { gathered, open } = useRoom()
  if (gathered.changes.length === 0) return null
  return (
    <section className="past" aria-label={say(words.gatheredTitle)}>
      <Notice>
        <p>
          <strong>{say(words.gathered, { count: gathered.changes.length })}</strong> {say(words.gatheredMore)}
        </p>
        <div className="deeds">
          <Button tone="primary" onPress={() => open({ type: 'gathered' })}>
            {say(words.gatheredShow)}
          </Button>
          <Button onPress={() => gathered.set([])}>{say(words.gatheredDiscard)}</Button>
        </div>
      </Notice>
    </section>
  )
}

/** The sentences of what was gathered before, each with the way to take it out again. */
export function GatheredBefore({ state, who }: { readonly state: State; readonly who: readonly string[] }) {
  const say = useSay()
  const { gathered } = useRoom()
  const leave = (change: Change) => gathered.set(gathered.changes.filter((one) => one !== change))
  return gathered.changes.map((change, i) => {
    const description = descriptionOf(state, change)
    return (
      <p key={`${i}:${change.type}`} className="sentence gathered" dir="auto">
        <span>
          <Sentence who={who} of={description} />
        </span>{' '}
        <Button
          tone="quiet"
          aria-label={say(words.gatheredLeaveWhat, { what: sentenceText(description, who, say) })}
          onPress={() => leave(change)}
        >
          {say(words.amendedLeave)}
        </Button>
      </p>
    )
  })
}
