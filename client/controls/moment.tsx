import { useIntl } from 'react-intl'
import { common } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'
import { localMomentIn, momentIn } from '../record/time.ts'

/**
 * A moment, always with its zone: "12 May 2026, 14:03 UTC". `iso` is ISO 8601 in UTC.
 * With `both`, the reader's own time stands first where it differs, as for anything that ends.
 */
export function Moment({ iso, both = false }: { readonly iso: string; readonly both?: boolean | undefined }) {
  const { locale } = useIntl()
  const say = useSay()
  const utc = momentIn(locale, iso)
  const apart = both && new Date(iso).getTimezoneOffset() !== 0
  return (
    <time dateTime={iso} className="moment">
      {apart ? say(common.times, { local: localMomentIn(locale, iso), utc }) : utc}
    </time>
  )
}
