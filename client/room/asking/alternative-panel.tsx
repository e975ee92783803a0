import { lazy, Suspense, useMemo, useState } from 'react'
import { basisAt, rewriteParagraph, wordsOf } from '../../../schema/proposal/asking.ts'
import type { Paragraph } from '../../../schema/text/paragraph.ts'
import { paragraphRuns } from '../../../schema/text/paragraph.ts'
import { plainText, type Run, sameRun } from '../../../schema/text/token.ts'
import { Button } from '../../controls/button.tsx'
import { asking as words } from '../../lang/en/asking.ts'
import { common } from '../../lang/en/common.ts'
import { directionOf } from '../../lang/locale.tsx'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import type { Ask } from './ask.ts'
import { keptWords } from './kept-words.ts'
import { freshId } from '../fresh-id.ts'
import { TablePanel } from './table-panel.tsx'

const WordsEditor = lazy(() => import('../../draft/words-editor.tsx'))

/** Writes another wording of a whole paragraph, which stands beside it. */
export function AlternativePanel({
  ask: { subject },
  onClose,
}: {
  readonly ask: Ask
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, me, text } = useRoom()
  const { paragraph, label } = subject
  const kept = useMemo(() => keptWords(me.person, text, paragraph), [me.person, text, paragraph])
  const [start, setStart] = useState<readonly Paragraph[]>(
    () => kept.read() ?? [{ id: freshId(), kind: kindOf(state, paragraph), level: 0, content: [] }],
  )
  const [written, setWritten] = useState<readonly Paragraph[]>(() => kept.read() ?? [])
  const write = (next: readonly Paragraph[]) => {
    setWritten(next)
    if (plainText(runsOf(next)).trim() === '') kept.forget()
    else kept.keep(next)
  }
  const changes = useMemo(() => {
    const runs = runsOf(written)
    const now = wordsOf(state, paragraph)
    const same = runs.length === now.length && runs.every((run, i) => sameRun(run, now[i]!))
    return same || plainText(runs).trim() === '' ? [] : [rewriteParagraph(state, paragraph, runs)]
  }, [state, paragraph, written])
  return (
    <TablePanel
      title={say(words.titleAlternative, { label })}
      changes={changes}
      missing={plainText(runsOf(written)).trim() === '' ? say(words.alternativeEmpty) : null}
      size="wide"
      onAsked={kept.forget}
      onClose={onClose}
    >
      <p className="muted">{say(words.alternativeHelp, { label })}</p>
      <Suspense fallback={<p className="loading">{say(common.loading)}</p>}>
        <WordsEditor
          key={start[0]!.id}
          paragraphs={start}
          language={state.language}
          direction={directionOf(state.language)}
          label={say(words.alternativeWords)}
          onChange={write}
        />
      </Suspense>
      <div>
        <Button
          tone="quiet"
          onPress={() => {
            const copy = { ...start[0]!, id: freshId(), content: wordsOf(state, paragraph) }
            setStart([copy])
            write([copy])
          }}
        >
          {say(words.alternativeCopy, { label })}
        </Button>
      </div>
    </TablePanel>
  )
}

/** What was written as one stream: the first paragraph's words, and further paragraphs with their breaks. */
const runsOf = ([first, ...more]: readonly Paragraph[]): Run[] => [
  ...(first?.content ?? []),
  ...more.flatMap((one) => paragraphRuns({ ...one, content: [...one.content] })),
]

function kindOf(...of: Parameters<typeof basisAt>): Paragraph['kind'] {
  const { layout, index } = basisAt(...of)
  return layout[index]?.head.kind ?? 'body'
}
