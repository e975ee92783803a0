import { useMemo, useState } from 'react'
import { type PositionOn, type Stance, stances } from '../../../schema/party/position.ts'
import { footprint } from '../../../schema/proposal/footprint.ts'
import { currentVersion, type Proposal } from '../../../schema/proposal/proposal.ts'
import { restsOn } from '../../../schema/proposal/standing.ts'
import type { DeedOf } from '../../../schema/record/deed.ts'
import type { State } from '../../../schema/record/state.ts'
import { currentLayout } from '../../../schema/record/touches.ts'
import { isRefusal, type Refusal } from '../../../schema/refusal.ts'
import { Button } from '../../controls/button.tsx'
import { Actions, Dialog } from '../../controls/dialog.tsx'
import { TextField } from '../../controls/field.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { Select } from '../../controls/select.tsx'
import { Tick } from '../../controls/tick.tsx'
import type { Message } from '../../lang/area.ts'
import { asking as words } from '../../lang/en/asking.ts'
import { common, stanceNames } from '../../lang/en/common.ts'
import { room } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { useRecording } from '../posting/use-recording.ts'
import { sentenceText } from '../wording/sentence.tsx'
import { descriptionOf, useAskedBy } from '../wording/sentences.tsx'
import type { Ask, Subject } from './ask.ts'
import { proposalsHere } from './choices.ts'
import { useAsker, WhoAsks } from './voice.tsx'
import { noCondition, WhenField } from './when-field.tsx'

type PositionKind = 'retain' | 'noText' | 'conditional'

const titles: Record<PositionKind, Message> = {
  retain: words.titleRetain,
  noText: words.titleNoText,
  conditional: words.titleConditional,
}

/** Takes one position on several proposals and on the paragraph: what it answers is listed and can be left out. */
export function PositionPanel({
  ask: { kind, subject },
  onClose,
}: {
  readonly ask: Ask & { readonly kind: PositionKind }
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, paragraphs, mayI, named } = useRoom()
  const recorded = useRecording()
  const askedBy = useAskedBy()
  const asker = useAsker()
  const { who, voice } = asker
  const { paragraph, label } = subject
  const candidates = useMemo(
    () =>
      proposalsHere(state, paragraphs, subject).filter(
        (one) => (who === null || !one.sponsors.includes(who)) && isAnswered(state, one, kind),
      ),
    [state, paragraphs, subject, who, kind],
  )
  const [chosen, setChosen] = useState<ReadonlyMap<number, boolean>>(new Map())
  const [whole, setWhole] = useState<boolean | null>(null)
  const [stance, setStance] = useState<Stance>(kind === 'conditional' ? 'supports' : kind)
  const [written, setWritten] = useState(noCondition)
  const [reason, setReason] = useState('')
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const usual = usualAnswers(state, candidates, subject, kind)
  const taken = (id: number) => chosen.get(id) ?? usual.has(id)
  const onWhole = whole ?? (usual.size === 0 && subject.selected === null)
  const on: PositionOn[] = [
    ...candidates
      .filter(({ id }) => taken(id))
      .map((one) => ({ proposal: one.id, version: currentVersion(one).version })),
    ...(onWhole ? [{ paragraph }] : []),
  ]
  const deeds = on.map((one): DeedOf<'position'> => ({
    type: 'position',
    on: one,
    stance,
    reason,
    condition: written.condition.trim(),
    ...(written.when ? { when: written.when } : {}),
  }))
  const refusal = deeds.reduce<Refusal | null>((first, deed) => first ?? mayI(deed, voice), null)
  const bare = kind === 'conditional' && written.when === null && written.condition.trim() === ''
  const missing =
    who === null
      ? say(words.whoAsksNeeded)
      : deeds.length === 0
        ? say(words.answersNone)
        : bare
          ? say(words.conditionMissing)
          : null
  const publish = async () => {
    setPending(true)
    for (const deed of deeds) {
      const answer = await recorded(deed, voice)
      if (isRefusal(answer)) {
        setRefused(answer)
        setPending(false)
        return
      }
    }
    onClose()
  }
  const numbers = on.flatMap((one) => ('proposal' in one ? one.proposal : []))
  const what = [
    ...(onWhole ? [say(words.answersParagraph, { label })] : []),
    ...(numbers.length > 0
      ? [say(words.proposalsIn, { count: numbers.length, list: listed(numbers, say) })]
      : []),
  ].join(say(words.andAlso))
  return (
    <Dialog title={say(titles[kind], { label })} isOpen onClose={onClose}>
      <div className="stack">
        <WhoAsks asker={asker} needed />
        {kind === 'conditional' && (
          <Select
            label={say(words.stanceField)}
            options={stances.map((one) => ({ id: one, label: say(stanceNames[one]) }))}
            value={stance}
            onChange={(id) => {
              const found = stances.find((one) => one === id)
              if (found) setStance(found)
            }}
          />
        )}
        <fieldset className="stack ask-answers">
          <legend className="label">{say(words.answers)}</legend>
          {candidates.map((one) => (
            <Tick
              key={one.id}
              isSelected={taken(one.id)}
              onChange={(isOn) => setChosen(new Map(chosen).set(one.id, isOn))}
            >
              <span dir="auto">
                {named && `${one.id} · `}
                {candidateWords(state, one, askedBy(one), say)}
              </span>
            </Tick>
          ))}
          <Tick isSelected={onWhole} onChange={setWhole}>
            {say(words.answersParagraph, { label })}
          </Tick>
        </fieldset>
        {kind === 'conditional' && <WhenField written={written} optional={false} onChange={setWritten} />}
        <TextField label={say(room.reason)} value={reason} onChange={setReason} optional rows={2} />
        <section className="desk-live ask-live" aria-live="polite" aria-label={say(words.willPublish)}>
          <p className={missing ? 'muted' : 'sentence'} dir="auto">
            {missing ??
              [
                say(words.stanceIs, {
                  who: who ?? '',
                  stance,
                  what,
                }),
                written.condition.trim(),
              ]
                .filter(Boolean)
                .join(', ')}
          </p>
        </section>
        {(refused ?? (missing ? null : refusal)) && <RefusalNotice refusal={(refused ?? refusal)!} />}
        {who !== null && <p className="publishes">{say(words.published, { who })}</p>}
        <Actions>
          <Button size="main" onPress={onClose}>
            {say(common.cancel)}
          </Button>
          <Button
            size="main"
            tone="primary"
            refusal={missing ?? refusal}
            isPending={pending}
            onPress={() => void publish()}
          >
            {say(words.publishFor, { who: who ?? say(room.chair) })}
          </Button>
        </Actions>
      </div>
    </Dialog>
  )
}

/** "81, 86 and 91". */
const listed = (numbers: readonly number[], say: ReturnType<typeof useSay>): string =>
  [numbers.slice(0, -1).join(', '), String(numbers.at(-1))].filter(Boolean).join(say(words.andAlso))

/**
 * What is ticked from the start. A condition is set on one proposal as a rule. To keep the text answers all that
 * would change its own words; what is asked within the words of others falls with them. “No text” on a paragraph
 * that stands is said of the paragraph, and on words that are only asked for of those.
 */
function usualAnswers(
  state: State,
  candidates: readonly Proposal[],
  { selected, row, paragraph }: Subject,
  kind: PositionKind,
): ReadonlySet<number> {
  if (kind === 'conditional') return new Set(candidates.slice(0, 1).map(({ id }) => id))
  const stands = row === paragraph && currentLayout(state).some(({ head }) => head.id === paragraph)
  if (kind === 'noText' && stands && selected === null) return new Set()
  const own = candidates.filter(({ id }) => restsOn(state, id) === null)
  return new Set((own.length > 0 ? own : candidates).map(({ id }) => id))
}

/** True for what a position of a kind can answer: to keep words answers what would change them. */
function isAnswered(state: State, { id }: Proposal, kind: PositionKind): boolean {
  const { strikes, insertions, sets, places } = footprint(state, id)
  if (kind === 'noText') return insertions.length > 0
  return kind === 'conditional' || strikes.length + insertions.length + sets.length + places.length > 0
}

function candidateWords(
  state: State,
  proposal: Proposal,
  who: readonly string[],
  say: ReturnType<typeof useSay>,
): string {
  const [change] = currentVersion(proposal).changes
  return change ? sentenceText(descriptionOf(state, change), who, say) : ''
}
