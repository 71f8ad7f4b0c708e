import { expect, it } from 'vitest'
import { sayShare } from './sayShare.ts'

it.each([
  [1 / 64512, 'About 0.0016 % of the connections get through'],
  [0.423, 'About 42 % of the connections get through'],
  [1 - 1 / 64512, 'About 0.0016 % of the connections do not get through'],
])('says which part %f is', (share, words) => {
  expect(sayShare(share)).toBe(words)
})
