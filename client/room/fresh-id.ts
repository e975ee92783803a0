/** An id for a new paragraph or package: 16 letters and digits, so that two delegations never hit on the same. */
export function freshId(): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte % 32]).join('')
}
