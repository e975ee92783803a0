/** The time now. The server takes it from here alone, so that tests and the demonstration can set it. */
export type Clock = () => Date

/** The machine's clock. */
export const systemClock: Clock = () => new Date()

/** Milliseconds in a minute, an hour and a day. */
export const minuteMs = 60_000
const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
