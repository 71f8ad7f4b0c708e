import { expect, it } from 'vitest'
import { newConstruct } from './newConstruct.ts'

it('refuses a name that is no kebab-case of two words, and one that is taken', () => {
  for (const id of ['', 'Carrier-Gateway', 'carrier', '../carrier-gateway'])
    expect(() => newConstruct(id)).toThrow(/kebab-case/)
  expect(() => newConstruct('nat-gateway')).toThrow(/already/)
})
