import { useIntl } from 'react-intl'

/** Codes of delegations as chips print them: "EU · NO · CH +6". Set apart from the direction around them. */
export function Codes({
  codes,
  most = 3,
}: {
  readonly codes: readonly string[]
  /** How many are named before the rest is counted. */
  readonly most?: number | undefined
}) {
  const { formatNumber } = useIntl()
  const rest = codes.length - most
  const named = rest > 0 ? codes.slice(0, most) : codes
  return (
    <span className="codes" title={rest > 0 ? codes.join(' · ') : undefined}>
      {named.map((code, i) => (
        <span key={code}>
          {i === 0 ? null : ' · '}
          <bdi className="code">{code}</bdi>
        </span>
      ))}
      {rest > 0 ? <span className="code-rest"> +{formatNumber(rest)}</span> : null}
    </span>
  )
}
