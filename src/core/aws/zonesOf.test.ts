import { expect, it } from 'vitest'
import { loadCatalogue } from './loadCatalogue.ts'
import { zonesOf } from './zonesOf.ts'

const catalogue = await loadCatalogue()

it('gives zone names and the ids behind them', () => {
  expect(zonesOf(catalogue, 'us-east-1')).toEqual({
    'us-east-1a': 'use1-az6',
    'us-east-1b': 'use1-az1',
    'us-east-1c': 'use1-az2',
    'us-east-1d': 'use1-az4',
    'us-east-1e': 'use1-az3',
    'us-east-1f': 'use1-az5',
  })
  expect(Object.keys(zonesOf(catalogue, 'ap-northeast-1'))).toEqual([
    'ap-northeast-1a',
    'ap-northeast-1c',
    'ap-northeast-1d',
  ])
})

it('gives none for Regions that do not exist', () => {
  expect(zonesOf(catalogue, 'nowhere-9')).toEqual({})
  expect(zonesOf(catalogue, 'constructor')).toEqual({})
})
