import type { ReactNode } from 'react'
import type { Piece } from '../../schema/view/piece.ts'
import { printPieces } from '../../schema/view/print.ts'
import type { NotationStyle } from '../../schema/view/style.ts'
import { exporting } from '../lang/en/exporting.ts'
import { useSay } from '../lang/say.tsx'
import type { ExportChoice } from './fetch-export.ts'
import { type Sample, samplePieces } from './sample.ts'

/** A contested paragraph of this text as it will be printed; said again when a choice changes it. */
export function SampleLine({
  sample,
  style,
  format,
  language,
}: {
  readonly sample: Sample | null
  readonly style: NotationStyle
  readonly format: ExportChoice['format']
  readonly language: string
}) {
  const say = useSay()
  if (!sample) return <p className="field-help">{say(exporting.noSample)}</p>
  const pieces = samplePieces(sample, style)
  const isPlain = format === 'txt' || format === 'md'
  return (
    <figure className="sample">
      <figcaption className="label">{say(exporting.sample)}</figcaption>
      <p className="sample-line" lang={language} dir="auto" aria-live="polite">
        {isPlain ? printPieces(pieces, style) : pieces.map((piece, i) => drawn(piece, i, style))}
      </p>
    </figure>
  )
}

function drawn(piece: Piece, key: number, { changes }: NotationStyle): ReactNode {
  switch (piece.type) {
    case 'words': {
      const { text, proposed, struck } = piece
      if (changes === 'brackets' || !(proposed || struck)) return text
      const inner = struck ? <del key={key}>{text}</del> : text
      return proposed ? <ins key={key}>{inner}</ins> : inner
    }
    case 'note':
      return piece.text
    case 'sign':
      return <b key={key}>{piece.text}</b>
    case 'names':
      return (
        <bdi key={key} className="sample-names">
          {piece.text}
        </bdi>
      )
    case 'claim':
      return piece.text
    case 'remark':
      return <i key={key}>{piece.text}</i>
    case 'line':
    case 'gap':
      return ' '
  }
}
