import { useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import type { State } from '../../schema/record/state.ts'
import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { type Names, namings } from '../../schema/view/passage.ts'
import { styleOf } from '../../schema/view/style.ts'
import { view } from '../../schema/view/view.ts'
import { Button } from '../controls/button.tsx'
import { Actions, Dialog } from '../controls/dialog.tsx'
import { Notice, RefusalNotice } from '../controls/notice.tsx'
import { giveReceipt } from '../controls/receipts.tsx'
import { Select } from '../controls/select.tsx'
import { Choice, Tick } from '../controls/tick.tsx'
import { common } from '../lang/en/common.ts'
import { exporting } from '../lang/en/exporting.ts'
import { useSay } from '../lang/say.tsx'
import type { ExportChoice } from './fetch-export.ts'
import { exportFormats, exportPath, fetchExport, saveFile } from './fetch-export.ts'
import { FirstPageView, useFirstPage } from './first-page.tsx'
import { keepHabit, keptHabit } from './kept.ts'
import { SampleLine } from './sample-line.tsx'
import { sampleOf } from './sample.ts'
import { StyleChoices } from './style-choices.tsx'

interface ExportDialogProps {
  readonly text: string
  /** The text as it stands: its revisions are offered, and the sample is taken from it. */
  readonly state: State
  /** Whose habits are remembered on this device. */
  readonly person: string
  /** How the reader has names now: none appears here that is not asked for here. */
  readonly names: Names
  /** Act as of which the reader has the text; null is now. */
  readonly at: number | null
  readonly onClose: () => void
}

/** What × which × names × style × format, and the file. Open while it is mounted. */
export function ExportDialog(props: ExportDialogProps) {
  const say = useSay()
  return (
    <Dialog title={say(exporting.title)} isOpen onClose={props.onClose} size="widest">
      <ExportForm {...props} />
    </Dialog>
  )
}

const latest = 'now'

function ExportForm({ text, state, person, names: read, at, onClose }: ExportDialogProps) {
  const say = useSay()
  const { revisions } = state
  const [choice, setChoice] = useState<ExportChoice>(() => ({
    what: 'compilation',
    ...keptHabit(person, read),
    n: at,
    keep: false,
  }))
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [blocked, setBlocked] = useState(false)
  const choose = (part: Partial<ExportChoice>): void => {
    setChoice((before) => ({ ...before, ...part }))
    setRefusal(null)
    setBlocked(false)
  }

  const run = async (): Promise<void> => {
    setPending(true)
    keepHabit(person, choice)
    // Fetched for the page too, so that a refusal is shown here and not as a page of its own.
    const file = await fetchExport(exportPath(text, choice))
    setPending(false)
    if (isRefusal(file)) return setRefusal(file)
    if (choice.format === 'html') {
      const page = window.open(exportPath(text, choice), '_blank')
      if (!page) return setBlocked(true)
    } else {
      saveFile(file)
      giveReceipt(say(exporting.done, { file: file.name }))
    }
    onClose()
  }

  const { names, style } = choice
  const sample = useMemo(() => sampleOf(view(state, { type: 'compilation', names })), [state, names])
  const isBracketed = choice.what === 'compilation' || choice.keep
  const hasGroups = [...state.parties.values()].some(({ members }) => members && members.length > 0)
  const first = useFirstPage(text, choice, state.n)
  const why = refusal ?? first.refusal
  const open = why?.code === 'brackets-open' && !choice.keep ? why : null
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!pending) void run()
      }}
    >
      <div className="export-columns">
        <div className="stack">
          <Choice
            label={say(exporting.what)}
            value={choice.what}
            onChange={(id) => choose({ what: id === 'clean' ? 'clean' : 'compilation', keep: false })}
            options={[
              {
                id: 'compilation',
                label: say(exporting.compilation),
                description: say(exporting.compilationHelp),
              },
              { id: 'clean', label: say(exporting.clean), description: say(exporting.cleanHelp) },
            ]}
          />
          {revisions.length > 0 || at !== null ? (
            <Select
              label={say(exporting.which)}
              value={choice.n === null ? latest : String(choice.n)}
              onChange={(id) => choose({ n: id === latest ? null : Number(id), keep: false })}
              options={[
                { id: latest, label: say(exporting.now) },
                ...(at === null || revisions.some(({ n }) => n === at)
                  ? []
                  : [{ id: String(at), label: say(exporting.asOf, { n: at }) }]),
                ...revisions
                  .toReversed()
                  .map(({ symbol, n }) => ({ id: String(n), label: say(exporting.revision, { symbol, n }) })),
              ]}
            />
          ) : null}
          {isBracketed ? (
            <Choice
              label={say(exporting.names)}
              value={names}
              onChange={(id) => choose({ names: namings.find((one) => one === id) ?? 'shown' })}
              options={namings.map((id) => ({ id, label: say(exporting[id]) }))}
            />
          ) : null}
          <Choice
            label={say(exporting.format)}
            value={choice.format}
            onChange={(id) => choose({ format: exportFormats.find((format) => format === id) ?? 'docx' })}
            options={exportFormats.map((id) => ({ id, label: say(exporting[id]) }))}
          />
        </div>
        {isBracketed ? (
          <StyleChoices
            style={style}
            isNamed={names !== 'hidden'}
            hasGroups={hasGroups}
            onChange={(part) => choose({ style: { ...style, ...part } })}
          >
            {choice.what === 'compilation' ? (
              <Tick isSelected={choice.omit} onChange={(omit) => choose({ omit })}>
                {say(exporting.omit)}
              </Tick>
            ) : null}
            <SampleLine
              sample={sample}
              style={styleOf(style, state)}
              format={choice.format}
              language={state.language}
            />
          </StyleChoices>
        ) : null}
        <FirstPageView {...first} format={choice.format} />
      </div>
      {open || choice.keep ? (
        <OpenBrackets
          refusal={open}
          keep={choice.keep}
          onKeep={(keep) => setChoice((before) => ({ ...before, keep }))}
        />
      ) : refusal ? (
        <RefusalNotice refusal={refusal} />
      ) : null}
      {blocked ? (
        <Notice tone="caution">
          <p>{say(exporting.blocked)}</p>
        </Notice>
      ) : null}
      <Actions>
        <Button size="main" onPress={onClose}>
          {say(common.cancel)}
        </Button>
        <Button type="submit" size="main" tone="primary" isPending={pending}>
          {say(
            pending ? exporting.fetching : choice.format === 'html' ? exporting.openPage : exporting.download,
          )}
        </Button>
      </Actions>
    </form>
  )
}

/** What keeps a clean text from being clean, and the box that lets it stay so. */
function OpenBrackets({
  refusal,
  keep,
  onKeep,
}: {
  readonly refusal: Refusal | null
  readonly keep: boolean
  readonly onKeep: (keep: boolean) => void
}) {
  const say = useSay()
  const { formatList } = useIntl()
  const listed = (name: string): readonly string[] => {
    const fact = refusal?.params[name]
    return typeof fact === 'object' ? fact : []
  }
  const [labels, proposals] = [
    listed('labels'),
    listed('proposals').toSorted((a, b) => Number(a) - Number(b)),
  ]
  return (
    <Notice tone={refusal ? 'refused' : 'plain'}>
      {refusal ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and keys must reach it
        <section className="open-list" aria-label={say(exporting.openList)} tabIndex={0}>
          <p>
            <strong>{say(exporting.refused)}</strong>{' '}
            {say(exporting.openIn, { labels: formatList(labels, { type: 'unit' }) })}
          </p>
          {proposals.length > 0 ? (
            <p>
              {say(exporting.openProposals, {
                count: proposals.length,
                proposals: formatList(proposals, { type: 'unit' }),
              })}
            </p>
          ) : null}
        </section>
      ) : null}
      <Tick isSelected={keep} onChange={onKeep}>
        {say(exporting.keep)}
      </Tick>
    </Notice>
  )
}
