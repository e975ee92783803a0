/** Hour and minute in UTC with the zone, as every receipt prints it: "14:03 UTC". */
export const clockUtc = (iso: string): string => `${iso.slice(11, 16)} UTC`

/** Day, hour and minute with the zone, in the reader's language: "12 May 2026, 18:40 UTC". */
export const momentIn = (locale: string, iso: string): string => moment(locale, iso, 'UTC')

/** The same in the zone of this device. */
export const localMomentIn = (locale: string, iso: string): string => moment(locale, iso)

function moment(locale: string, iso: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(iso))
}
