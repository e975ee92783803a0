import { useIntl } from 'react-intl'
import { common } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'

/**
 * A moment, always with its zone: "12 May 2026, 14:03 UTC". `iso` is ISO 8601 in UTC.
 * With `both`, the reader's own time stands first where it differs, as for anything that ends.
 */
export function Moment({ iso, both = false }: { readonly iso: string; readonly both?: boolean | undefined }) {
  const { locale } = useIntl()
  const say = useSay()
  const at = new Date(iso)
  const utc = momentIn(locale, at, 'UTC')
  const local = momentIn(locale, at)
  return (
    <time dateTime={iso} className="moment">
      {both && at.getTimezoneOffset() !== 0 ? say(common.times, { local, utc }) : utc}
    </time>
  )
}

/** Day, hour, minute and zone in a language; in the zone of this device when none is named. */
export function momentIn(locale: string, at: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at)
}
