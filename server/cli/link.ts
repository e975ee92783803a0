import { withKeeping } from './keep.ts'

/** Prints a one-use link for the one person whose id, e-mail address or full name this is. */
export async function link([who, ...rest]: readonly string[]): Promise<number> {
  if (who === undefined || rest.length > 0) {
    console.error('Usage: adref link PERSON   (a name of several words in quotation marks)')
    return 2
  }
  return withKeeping(async ({ db, links, memberships }, url) => {
    const people = await db.selectFrom('person').select(['id', 'name', 'email']).execute()
    const sought = who.toLocaleLowerCase()
    const found = people.filter(
      ({ id, name, email }) => id === who || email === sought || name.toLocaleLowerCase() === sought,
    )
    const [person] = found
    if (!person) {
      console.error(`Nobody is known as ${who}.`)
      return 1
    }
    if (found.length > 1) {
      console.error(`Several people are known as ${who}; name one by id:`)
      for (const { id, name } of found) {
        const seats = (await memberships.of(id)).map(({ title, role }) => `${role}, ${title}`)
        console.error(`  ${id}  ${name}  ${seats.join('; ')}`)
      }
      return 1
    }
    const { token, expires } = await links.renew(person.id)
    console.log(`${url}/sign-in/${token}`)
    console.error(`For ${person.name}, once, until ${expires}.`)
    return 0
  })
}
