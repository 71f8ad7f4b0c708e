import { expect, it } from 'vitest'
import { loadCatalogue } from './loadCatalogue.ts'
import { managedListEntries } from './managedListEntries.ts'
import { managedListName } from './managedListName.ts'

it('knows the lists of AWS by their ids, which are others in other Regions', () => {
  expect(managedListName('us-east-1', 'pl-63a5400a')).toBe('com.amazonaws.us-east-1.s3')
  expect(managedListName('ap-south-1', 'pl-78a54011')).toBe('com.amazonaws.ap-south-1.s3')
  expect(managedListName('ap-northeast-1', 'pl-78a54011')).toBe('com.amazonaws.ap-northeast-1.dynamodb')
})

it('knows no lists of customers, nor of Regions that nobody has told of', () => {
  expect(managedListName('us-east-1', 'pl-0123456789abcdef0')).toBeNull()
  expect(managedListName('eu-west-1', 'pl-63a5400a')).toBeNull()
  expect(managedListName('constructor', 'pl-63a5400a')).toBeNull()
})

it('names lists whose entries are known', async () => {
  const catalogue = await loadCatalogue()
  const name = managedListName('eu-central-1', 'pl-66a5400f')!
  expect(managedListEntries(catalogue, name)?.length).toBeGreaterThan(0)
})
