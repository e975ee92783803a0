import { useIntl } from 'react-intl'
import { Link } from 'wouter'
import type { NegotiationRow, TextRow } from '../api/answers.ts'
import { Moment } from '../controls/moment.tsx'
import type { Column } from '../controls/table.tsx'
import { Table } from '../controls/table.tsx'
import { home } from '../lang/en/home.ts'
import { useSay } from '../lang/say.tsx'

/** A text in the table; `awaits` counts what awaits the reader there, null when the record is not read yet. */
interface TextLine {
  readonly text: TextRow
  readonly negotiation: Pick<NegotiationRow, 'id' | 'title'>
  readonly awaits?: number | null | undefined
}

/** Texts with how far each has come. The columns of negotiation and of what awaits appear where they say something. */
export function TextTable({
  rows,
  hideCaption,
}: {
  readonly rows: readonly TextLine[]
  readonly hideCaption?: boolean | undefined
}) {
  const say = useSay()
  const { formatNumber } = useIntl()
  const sorted = rows.toSorted(
    (a, b) => Number(!a.awaits) - Number(!b.awaits) || b.text.updatedAt.localeCompare(a.text.updatedAt),
  )
  const many = new Set(rows.map(({ negotiation }) => negotiation.id)).size > 1
  const unknown = <span className="muted">{say(home.unknown)}</span>
  const judged = rows.some(({ awaits }) => awaits !== undefined)
  const columns: readonly (Column<TextLine> | false)[] = [
    {
      id: 'document',
      header: say(home.document),
      heads: true,
      sortBy: ({ text }) => text.symbol,
      cell: ({ text, negotiation }) =>
        text.unreadable ? (
          <span className="document">
            <bdi className="document-symbol">{text.symbol}</bdi>{' '}
            <bdi className="document-title">{text.title}</bdi> <strong>{say(home.unreadable)}</strong>
          </span>
        ) : (
          <Link href={`/n/${negotiation.id}/t/${text.id}`} className="document">
            <bdi className="document-symbol">{text.symbol}</bdi>{' '}
            <bdi className="document-title">{text.title}</bdi>
          </Link>
        ),
    },
    many && {
      id: 'negotiation',
      header: say(home.negotiation),
      sortBy: ({ negotiation }) => negotiation.title,
      cell: ({ negotiation }) => (
        <Link href={`/n/${negotiation.id}`}>
          <bdi>{negotiation.title}</bdi>
        </Link>
      ),
    },
    {
      id: 'revision',
      header: say(home.revision),
      cell: ({ text }) =>
        text.unreadable ? (
          unknown
        ) : text.revision ? (
          <bdi>{revisionOf(text)}</bdi>
        ) : (
          <span className="muted">{say(home.noRevision)}</span>
        ),
    },
    {
      id: 'agreed',
      header: say(home.agreed),
      numeric: true,
      sortBy: ({ text }) => text.agreed / Math.max(1, text.paragraphs),
      cell: ({ text }) =>
        text.unreadable
          ? unknown
          : say(home.agreedOf, { agreed: formatNumber(text.agreed), all: formatNumber(text.paragraphs) }),
    },
    {
      id: 'brackets',
      header: say(home.brackets),
      numeric: true,
      sortBy: ({ text }) => text.openPairs,
      cell: ({ text, negotiation }) =>
        text.unreadable ? (
          unknown
        ) : text.openPairs === 0 ? (
          formatNumber(0)
        ) : (
          <Link
            href={`/n/${negotiation.id}/t/${text.id}?stands=paragraphs`}
            aria-label={say(home.whereItStands, { symbol: text.symbol, count: text.openPairs })}
            title={say(home.whereItStandsHint)}
          >
            {formatNumber(text.openPairs)}
          </Link>
        ),
    },
    judged && {
      id: 'awaits',
      header: say(home.awaits),
      numeric: true,
      sortBy: ({ awaits }) => awaits ?? 0,
      cell: ({ text, awaits }) =>
        text.unreadable ? (
          unknown
        ) : awaits === null || awaits === undefined ? (
          '…'
        ) : awaits === 0 ? (
          <span className="muted">{say(home.awaitsNone)}</span>
        ) : (
          <strong>{say(home.awaitsSome, { count: awaits })}</strong>
        ),
    },
    {
      id: 'updated',
      header: say(home.updated),
      sortBy: ({ text }) => text.updatedAt,
      cell: ({ text }) => (text.unreadable ? unknown : <Moment iso={text.updatedAt} />),
    },
  ]
  return (
    <Table
      caption={say(home.caption)}
      hideCaption={hideCaption}
      columns={columns.filter((column) => column !== false)}
      rows={sorted}
      keyOf={({ text }) => text.id}
    />
  )
}

/** "Rev.1" where the revision's symbol is the text's own with that added; the whole symbol otherwise. */
function revisionOf({ symbol, revision }: TextRow): string {
  const stem = symbol.replace(/\/Rev\.\d+$/, '')
  return revision?.startsWith(`${stem}/`) ? revision.slice(stem.length + 1) : (revision ?? '')
}
