import { useMemo } from 'react'
import { citations, roundLabels } from '../../../schema/text/label.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'

/** Says where something is: the paragraph as sentences cite it, a proposed one too, or "the text". */
export function useLabelOf(): (paragraph: string) => string {
  const say = useSay()
  const { paragraphs, state } = useRoom()
  return useMemo(() => {
    const names = citations(paragraphs)
    const shown = new Map(paragraphs.map(({ id }, i) => [id, names[i]!]))
    return (paragraph) => shown.get(paragraph) || roundLabels(state).get(paragraph) || say(words.text)
  }, [paragraphs, state, say])
}
