import { useMemo, useState } from 'react'
import { contentHash } from '../../../schema/record/chain.ts'
import type { DeedOf } from '../../../schema/record/deed.ts'
import { isRefusal } from '../../../schema/refusal.ts'
import { textOf } from '../../../schema/text/text.ts'
import { agreementOf } from '../../../schema/view/agreement.ts'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import { ConfirmDialog } from '../../controls/confirm.tsx'
import { TextField } from '../../controls/field.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { useRecording } from '../posting/use-recording.ts'

/** Publishes a revision: what stays open, under which symbol, and the symbol typed once more. */
export function PublishDialog({
  paragraphs,
  onClose,
}: {
  readonly paragraphs: readonly ParagraphView[]
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, mayI } = useRoom()
  const recorded = useRecording()
  const [symbol, setSymbol] = useState(() =>
    nextSymbol(
      state.symbol,
      state.revisions.map((one) => one.symbol),
    ),
  )
  const [note, setNote] = useState('')
  const hash = useMemo(() => contentHash(textOf(state, state.accepted)), [state])
  const open = paragraphs.filter(({ proposals }) => proposals.length > 0)
  const proposals = new Set(open.flatMap((paragraph) => paragraph.proposals)).size
  const deed: DeedOf<'publish'> = { type: 'publish', symbol: symbol.trim() || '–', contentHash: hash, note }
  const refusal = mayI(deed)
  return (
    <ConfirmDialog
      title={say(words.publishTitle, { symbol })}
      isOpen
      onClose={onClose}
      action={say(words.publishDo, { symbol })}
      word={symbol.trim()}
      onConfirm={async () => {
        const answer = await recorded(deed)
        return isRefusal(answer) ? answer : undefined
      }}
    >
      <TextField label={say(words.publishSymbol)} value={symbol} onChange={setSymbol} maxLength={200} />
      <TextField label={say(words.publishNote)} value={note} onChange={setNote} optional rows={2} />
      <ul className="checklist">
        <li>{say(words.publishBrackets, { count: proposals })}</li>
        <li>{say(words.publishStatuses, { ...agreementOf({ paragraphs }) })}</li>
      </ul>
      {open.length > 0 && (
        <details>
          <summary>{say(words.publishList)}</summary>
          <p className="publish-list">
            {open.map(({ id, label, proposals: ids }) => (
              <span key={id}>
                <bdi>{label || say(words.text)}</bdi> {ids.length}
              </span>
            ))}
          </p>
        </details>
      )}
      <p>
        {say(words.publishHash)}: <code className="hash">{hash}</code>
      </p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <p>
        <strong>{say(words.publishFinal)}</strong>
      </p>
    </ConfirmDialog>
  )
}

/** "A/79/L.12" then "A/79/L.12/Rev.1", "…/Rev.2": the first that no revision carries. */
export function nextSymbol(symbol: string, taken: readonly string[]): string {
  const stem = symbol.replace(/\/Rev\.\d+$/, '')
  let number = 1
  while (symbol === `${stem}/Rev.${number}` || taken.includes(`${stem}/Rev.${number}`)) number++
  return `${stem}/Rev.${number}`
}
