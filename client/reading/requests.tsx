import type { HeadRequest, ParagraphView } from '../../schema/view/passage.ts'
import { paragraphKindNames } from '../lang/en/common.ts'
import { reading } from '../lang/en/reading.ts'
import { type Sayer, useSay } from '../lang/say.tsx'

/** What is asked of a paragraph as a whole and its brackets do not say, as small notes below it. */
export function Requests({
  paragraph,
  labelOf,
  isOption,
}: {
  readonly paragraph: ParagraphView
  /** The label of a paragraph by its id. */
  readonly labelOf: (paragraph: string) => string
  /** True where a title says already what it is an alternative to. */
  readonly isOption: boolean
}) {
  const say = useSay()
  const notes = [
    ...(paragraph.alternativeTo === null || isOption
      ? []
      : [say(reading.alternativeTo, { label: labelOf(paragraph.alternativeTo) })]),
    ...paragraph.requests
      .filter(({ type }) => type !== 'delete')
      .map((request) => requestNote(request, say, labelOf)),
  ]
  if (notes.length === 0) return null
  return (
    <ul className="requests">
      {[...new Set(notes)].map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

/** One request in words. */
function requestNote(request: HeadRequest, say: Sayer, labelOf: (paragraph: string) => string): string {
  const who = request.by.sponsors.join(', ') || say(reading.someone)
  switch (request.type) {
    case 'delete':
      return ''
    case 'join':
      return say(reading.requestJoin, { who })
    case 'place':
      return request.after === null
        ? say(reading.requestPlaceFirst, { who })
        : say(reading.requestPlace, { who, after: labelOf(request.after) })
    case 'set':
      return [
        ...(request.kind
          ? [say(reading.requestKind, { who, kind: say(paragraphKindNames[request.kind]) })]
          : []),
        ...(request.level !== null ? [say(reading.requestLevel, { who, level: request.level })] : []),
      ].join('; ')
  }
}
