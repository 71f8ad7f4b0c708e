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
test('what is the text, or has it as a word, comes before what only holds its letters', () => {
  expect(found('s3')).toEqual(['s3', 's3-outposts'])
  const hosts = ['sqs-fips.us-east-1.amazonaws.com', 'sqs.us-east-1.amazonaws.com', 'sqs'].map((value) => ({ value }))
  expect(filterOptions(hosts, 'SQS').map(({ value }) => value)).toEqual(
    [hosts[2], hosts[1], hosts[0]].map((one) => one!.value),
  )
})
test('a construct is found by its id too, under whatever name', () => {
  const named = [
    { value: 'client-12', label: 'Web' },
    { value: 'client-1', label: 'Shop' },
  ]
  expect(filterOptions(named, 'client-1').map(({ label }) => label)).toEqual(['Shop', 'Web'])
})

test('a name that begins with the text comes before another that only an id begins with it', () => {
  const options = [
    { value: 'sg-1', label: 'Instances' },
    { value: 'x', label: 'Subnet 1' },
  ]
  expect(filterOptions(options, 's').map(({ label }) => label)).toEqual(['Subnet 1', 'Instances'])
})
