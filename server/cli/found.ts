import { withKeeping } from './keep.ts'

/** Starts a negotiation and prints a one-use link for whoever will run it. */
export async function found([title, name, ...rest]: readonly string[]): Promise<number> {
  if (!title || !name || rest.length > 0) {
    console.error('Usage: adref found TITLE NAME   (each in quotation marks)')
    return 2
  }
  return withKeeping(
    async ({ negotiations, links }, url) => {
      const negotiation = await negotiations.create(title)
      const seat = { role: 'secretariat', delegation: null, speaksFor: [] } as const
      const { token, expires } = await links.invite(negotiation, { name, email: null }, seat)
      console.log(`${url}/sign-in/${token}`)
      console.error(`For ${name}, once, until ${expires}.`)
      return 0
    },
    { create: true },
  )
}
