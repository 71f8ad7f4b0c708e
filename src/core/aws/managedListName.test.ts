import { expect, it } from 'vitest'
import { loadCatalogue } from './loadCatalogue.ts'
import { managedListEntries } from './managedListEntries.ts'
import { managedListName } from './managedListName.ts'

it('knows the lists of AWS by their ids, which are others in other Regions', () => {
  expect(managedListName('us-east-1', 'pl-63a5400a')).toBe('com.amazonaws.us-east-1.s3')
  expect(managedListName('ap-south-1', 'pl-78a54011')).toBe('com.amazonaws.ap-south-1.s3')
  expect(managedListName('ap-northeast-1', 'pl-78a54011')).toBe('com.amazonaws.ap-northeast-1.dynamodb')
  expect(managedListName('us-west-2', 'pl-82a045eb')).toBe('com.amazonaws.global.cloudfront.origin-facing')
})

it('knows no lists of customers, nor of Regions that nobody has told of', () => {
  expect(managedListName('us-east-1', 'pl-0123456789abcdef0')).toBeNull()
  expect(managedListName('eu-west-1', 'pl-63a5400a')).toBeNull()
  expect(managedListName('ap-south-2', 'pl-64a5400d')).toBeNull()
  expect(managedListName('us-east-1', 'pl-82a045eb')).toBeNull()
  expect(managedListName('constructor', 'pl-63a5400a')).toBeNull()
})

it('names lists whose entries are known', async () => {
  const catalogue = await loadCatalogue()
  for (const id of ['pl-66a5400f', 'pl-6ea54007', 'pl-a3a144ca'])
    expect(managedListEntries(catalogue, managedListName('eu-central-1', id)!)?.length).toBeGreaterThan(0)
})
