import { expect, it } from 'vitest'
import { findService } from './findService.ts'
import { loadCatalogue } from './loadCatalogue.ts'
import { serviceNamesIn } from './serviceNamesIn.ts'

const catalogue = await loadCatalogue()

it('lists gateway services of a Region', () => {
  expect(serviceNamesIn(catalogue, 'eu-west-1', 'gateway')).toEqual([
    'com.amazonaws.eu-west-1.dynamodb',
    'com.amazonaws.eu-west-1.s3',
    'com.amazonaws.eu-west-1.s3express',
  ])
})

it('lists interface services by full name, in order, all of which can be found', () => {
  const names = serviceNamesIn(catalogue, 'us-east-1', 'interface')
  expect(names).toContain('com.amazonaws.us-east-1.kinesis-streams')
  expect(names).toContain('com.amazonaws.us-east-1.s3')
  expect(names).toContain('com.amazonaws.iam')
  expect(names).not.toContain('com.amazonaws.us-east-1.s3express')
  expect(names).toEqual([...new Set(names)].sort())
  expect(names.every((name) => findService(catalogue, name)?.entry.types.includes('interface'))).toBe(true)
})

it('leaves out what other Regions have', () => {
  const here = serviceNamesIn(catalogue, 'us-east-1', 'interface')
  const ireland = serviceNamesIn(catalogue, 'eu-west-1', 'interface')
  const ohio = serviceNamesIn(catalogue, 'us-east-2', 'interface')
  expect(here).toContain('com.amazonaws.us-east-1.ce')
  expect(ireland).not.toContain('com.amazonaws.eu-west-1.ce')
  expect(here).toContain('com.amazonaws.us-east-1.sqs-fips')
  expect(ireland).not.toContain('com.amazonaws.eu-west-1.sqs-fips')
  expect(ireland).toContain('com.amazonaws.eu-west-1.kms-fips')
  expect(ohio).toContain('aws.api.us-east-2.route53globalresolver')
  expect(here).not.toContain('aws.api.us-east-2.route53globalresolver')
})

it('lists nothing for Regions that do not exist', () => {
  expect(serviceNamesIn(catalogue, 'nowhere-9', 'interface')).toEqual([])
})
