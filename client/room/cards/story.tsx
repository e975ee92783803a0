import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Act } from '../../../schema/record/act.ts'
import { currentVersion, type Proposal } from '../../../schema/proposal/proposal.ts'
import { isRefusal } from '../../../schema/refusal.ts'
import { Button } from '../../controls/button.tsx'
import { TextField } from '../../controls/field.tsx'
import { Moment } from '../../controls/moment.tsx'
import { proposalStatusNames, stanceNames } from '../../lang/en/common.ts'
import { room as words, story } from '../../lang/en/room.ts'
import { type Sayer, useSay } from '../../lang/say.tsx'
import { momentIn } from '../../record/time.ts'
import { useRoom } from '../context.ts'
import { actsOn, speakerOf } from './history.ts'
import { Sentences } from '../wording/sentences.tsx'

/** Everything about a proposal that its card has no room for: rationale, wordings, acts, comments. */
export function Story({ proposal }: { readonly proposal: Proposal }) {
  const say = useSay()
  const { locale } = useIntl()
  const { live, state } = useRoom()
  const { rationale } = currentVersion(proposal)
  const acts = actsOn(live.acts, proposal.id)
  const { enteredBy } = proposal
  const [first] = proposal.versions
  return (
    <div className="story">
      <h4>{say(words.rationale)}</h4>
      <p dir="auto" className={rationale ? 'remark' : 'muted'}>
        {rationale || say(words.noRationale)}
      </p>
      {first && (
        <p className="muted">
          {say(words.entered, { name: enteredBy.name, at: momentIn(locale, first.at), n: first.n })}
        </p>
      )}
      {proposal.versions.length > 1 && (
        <>
          <h4>{say(words.versions)}</h4>
          <ol className="versions">
            {proposal.versions.map((version) => (
              <li key={version.version}>
                <span className="muted">
                  {say(words.version, { n: version.version })} · <Moment iso={version.at} />
                </span>
                <Sentences state={state} changes={version.changes} who={proposal.sponsors} />
              </li>
            ))}
          </ol>
        </>
      )}
      <h4>{say(words.history)}</h4>
      <ol className="acts">
        {acts.map((act) => (
          <li key={act.n}>
            <span className="muted">
              <Moment iso={act.at} /> · {act.n}
            </span>
            <span dir="auto">{actSentence(act, say)}</span>
          </li>
        ))}
      </ol>
      <Comments proposal={proposal} />
    </div>
  )
}

/** One act in the story of a proposal, as a sentence. */
function actSentence(act: Act, say: Sayer): string {
  const who = speakerOf(act) ?? say(words.chair)
  const { deed } = act
  const reason = 'reason' in deed && deed.reason ? ` “${deed.reason}”` : ''
  switch (deed.type) {
    case 'table':
      return say(story.table, { who })
    case 'amend':
      return say(story.amend)
    case 'revise':
      return say(story.revise, { who })
    case 'withdraw':
      return say(story.withdraw, { who }) + reason
    case 'cosponsor':
      return say(story.cosponsor, { who })
    case 'decline':
      return say(story.decline, { who })
    case 'undertake':
      return deed.condition || deed.when
        ? [say(story.undertake, { who }), deed.condition].filter(Boolean).join(' ')
        : say(story.undertakeBack, { who })
    case 'ask':
      return say(story.ask, { who, list: deed.parties.join(', ') })
    case 'position': {
      if (deed.stance === null) return say(story.positionBack, { who })
      const condition = deed.condition ? `, ${deed.condition}` : ''
      return `${who}: ${say(stanceNames[deed.stance]).toLocaleLowerCase()}${condition}${reason}`
    }
    case 'comment':
      return `${who}: “${deed.text}”`
    case 'rule':
      return (
        say(deed.ruling === 'open' ? story.ruleBack : story.rule, {
          ruling: say(proposalStatusNames[deed.ruling]),
        }) + reason
      )
    case 'rivals':
      return say(story.rivals, { list: deed.proposals.join(', ') })
    case 'open':
    case 'seat':
    case 'meet':
    case 'rise':
    case 'status':
    case 'package':
    case 'publish':
      return say(story.other)
  }
}

function Comments({ proposal }: { readonly proposal: Proposal }) {
  const say = useSay()
  const { state, mayI, act, me } = useRoom()
  const [text, setText] = useState('')
  const { version } = currentVersion(proposal)
  const remarks = state.remarks.get(proposal.id) ?? []
  const deed = { type: 'comment', on: { proposal: proposal.id, version }, text: text.trim() || '.' } as const
  const refusal = mayI(deed)
  return (
    <>
      <h4>{say(words.comments)}</h4>
      {remarks.length === 0 && <p className="muted">{say(words.noComments)}</p>}
      <ol className="remarks">
        {remarks.map((remark) => (
          <li key={remark.n}>
            <span className="muted">
              <bdi>{remark.party ?? remark.by}</bdi> · <Moment iso={remark.at} />
            </span>
            <p dir="auto" className="remark">
              {remark.text}
            </p>
          </li>
        ))}
      </ol>
      {me.role !== 'observer' && (
        <form
          className="comment-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() === '' || refusal) return
            void act(deed).then((answer) => {
              if (!isRefusal(answer)) setText('')
            })
          }}
        >
          <TextField label={say(words.comment)} value={text} onChange={setText} optional rows={2} />
          <Button type="submit" refusal={refusal}>
            {say(words.commentSend)}
          </Button>
        </form>
      )}
    </>
  )
}
