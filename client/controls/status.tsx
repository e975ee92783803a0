import type { ParagraphStatus } from '../../schema/record/deed.ts'
import { statusNames } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'

/** Drawn on a 12 × 12 ground in the colour of the words beside it. */
const shapes: Readonly<Record<ParagraphStatus, string>> = {
  open: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M6 3a3 3 0 1 1 0 6a3 3 0 1 1 0-6',
  informals: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M6 3a3 3 0 0 1 0 6',
  adReferendum: 'M6 .8L11.2 6L6 11.2L.8 6z',
  adopted: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9',
  reopened: 'M2.2 1v3.8H6L4.6 3.4A3.4 3.4 0 1 1 2.7 6.9H1.2A4.9 4.9 0 1 0 3.5 2.3z',
  parked: 'M2.5 2h2.5v8H2.5zM7 2h2.5v8H7z',
  package: 'M1.5 1.5h9v9h-9zM3 3v6h6V3zM4.2 4.2h3.6v3.6H4.2z',
}

/** The glyph of a status. It says nothing to screen readers: the word always stands beside it. */
export function StatusGlyph({ status }: { readonly status: ParagraphStatus }) {
  return (
    <svg className="status-glyph" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={shapes[status]} fillRule="evenodd" />
    </svg>
  )
}

/** Glyph and word of a status. */
export function StatusMark({ status }: { readonly status: ParagraphStatus }) {
  const say = useSay()
  return (
    <span className={`status status-${status}`}>
      <StatusGlyph status={status} />
      {say(statusNames[status])}
    </span>
  )
}
