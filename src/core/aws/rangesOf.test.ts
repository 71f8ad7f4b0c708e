import { expect, it } from 'vitest'
import { loadCatalogue } from './loadCatalogue.ts'
import { rangesOf } from './rangesOf.ts'

const catalogue = await loadCatalogue()

it('has addresses of both families for every Region and kind', () => {
  for (const { code } of catalogue.regions)
    for (const of of ['s3', 'aws'] as const) {
      const texts = rangesOf(catalogue, code, of)
      expect(texts.some((text) => text.includes('.'))).toBe(true)
      expect(texts.some((text) => text.includes(':'))).toBe(true)
      expect(rangesOf(catalogue, code, 'dynamodb').length).toBeGreaterThan(0)
    }
})

it('has none for Regions that do not exist', () => {
  expect(rangesOf(catalogue, 'nowhere-9', 's3')).toEqual([])
  expect(rangesOf(catalogue, 'constructor', 'aws')).toEqual([])
  expect(rangesOf(catalogue, '', 'aws')).toEqual([])
})
