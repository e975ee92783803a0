import { StatusGlyph } from '../../controls/status.tsx'
import { standing as words } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'

/** The packages a proposal or a paragraph is in, each with its mark. */
export function Packages({
  of,
}: {
  readonly of: { readonly proposal: number } | { readonly paragraph: string }
}) {
  const say = useSay()
  const { state } = useRoom()
  const among = [...state.packages.values()].filter(({ proposals, paragraphs }) =>
    'proposal' in of ? proposals.includes(of.proposal) : paragraphs.includes(of.paragraph),
  )
  return among.map(({ id, title }) => (
    <p key={id} className="in-package">
      <StatusGlyph status="package" /> <bdi>{say(words.packageMark, { title })}</bdi>
    </p>
  ))
}
