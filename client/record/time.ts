/** Hour and minute in UTC with the zone, as every receipt prints it: "14:03 UTC". */
export const clockUtc = (iso: string): string => `${iso.slice(11, 16)} UTC`

/** Day, hour and minute in UTC: "12 May 2026, 18:40 UTC", in the reader's language. */
export function dayUtc(iso: string, language: string): string {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(iso),
  )
  return `${day}, ${clockUtc(iso)}`
}
