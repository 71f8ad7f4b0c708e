import { expect, test } from 'vitest'
import { filterOptions } from './filterOptions.ts'

const options = [
  { value: 'com.amazonaws.us-east-1.s3-outposts', hint: 'S3 on Outposts' },
  { value: 'com.amazonaws.us-east-1.kinesis-streams', hint: 'Kinesis Data Streams' },
  { value: 'com.amazonaws.us-east-1.s3' },
]
const found = (text: string) => filterOptions(options, text).map((option) => option.value.split('.').at(-1))

test('an empty text leaves everything as it is', () => {
  expect(filterOptions(options, '  ')).toBe(options)
})
test('every word must occur, in name or hint, in any case', () => {
  expect(found('DATA kinesis')).toEqual(['kinesis-streams'])
  expect(found('data s3')).toEqual([])
})
test('what begins with the text comes first', () => {
  const names = [{ value: 'my-sg' }, { value: 'sg-web' }, { value: 'other', hint: 'sg' }]
  expect(filterOptions(names, 'sg').map(({ value }) => value)).toEqual(['sg-web', 'my-sg', 'other'])
})
