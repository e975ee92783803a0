import { expect, test } from 'vitest'
import { matching, meantBy } from '../../client/controls/combo-box.tsx'
import { nameIn } from '../../client/exporting/fetch-export.ts'
import { tokenIn } from '../../client/sign-in/signed-out.tsx'

const options = [
  { id: 'KP', code: 'KP', label: 'Democratic People’s Republic of Korea' },
  { id: 'CI', code: 'CI', label: 'Côte d’Ivoire' },
  { id: 'NO', code: 'NO', label: 'Norway' },
  { id: 'MC', code: 'MC', label: 'Monaco' },
]
const found = (typed: string): string[] => matching(options, typed).map(({ id }) => id)

test('a code typed in full comes first', () => {
  expect(found('no')[0]).toBe('NO')
})

test('names are found by any of their words, without accents or curly apostrophes', () => {
  expect(found("cote d'iv")).toEqual(['CI'])
  expect(found('korea')).toEqual(['KP'])
  expect(found('naco')).toEqual(['MC'])
  expect(found('zzz')).toEqual([])
})

test('with nothing typed all are shown in their order', () => {
  expect(found('  ')).toEqual(['KP', 'CI', 'NO', 'MC'])
})

test('the secret is found in whatever was pasted, and in nothing else', () => {
  expect(tokenIn('Your link: https://adref.example.org/sign-in/Ab3_-kkkkkkkk, valid a week')).toBe(
    'Ab3_-kkkkkkkk',
  )
  expect(tokenIn('https://adref.example.org/')).toBeNull()
  expect(tokenIn('/sign-in/')).toBeNull()
})

test('the file name is read from either form of the header', () => {
  expect(nameIn(`attachment; filename="A-1.docx"`)).toBe('A-1.docx')
  expect(nameIn(`attachment; filename="?.docx"; filename*=UTF-8''%D9%86%D8%B5.docx`)).toBe('نص.docx')
  expect(nameIn('inline')).toBeNull()
})

test('Enter means a code in full or the only one found, and nothing while it may be several', () => {
  const meant = (typed: string) => meantBy(matching(options, typed), typed)?.id
  expect(meant('no')).toBe('NO')
  expect(meant('monac')).toBe('MC')
  expect(meant('o')).toBeUndefined()
  expect(meant('')).toBeUndefined()
  expect(meant('nowhere')).toBeUndefined()
})
