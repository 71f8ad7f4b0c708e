import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { DeploySettings } from '../../model/index.ts'
import { exportDesign } from '../index.ts'
import { everything, publicAndPrivate } from '../testing/exampleDesigns.ts'
import { FAKE_AWS, runWithFakeAws } from '../testing/fakeAws.ts'
import { withFiles } from '../testing/withFiles.ts'

const catalogue = await loadCatalogue()
const deploy: DeploySettings = {
  networkOnly: false,
  naming: '{env}-{name}',
  tags: { Owner: 'net {env}' },
  existing: { 'vpc-1': '' },
  environments: [
    {
      name: 'prod',
      accounts: {},
      regions: { 'region-1': 'eu-west-1' },
      zones: { a: 'c' },
      blocks: { 'vpc-1': ['10.9.0.0/16'] },
      names: {},
      existing: { 'vpc-1': 'vpc-0123456789abcdef0' },
    },
  ],
}
const tryOut = (env: Readonly<Record<string, string>>) =>
  withFiles(
    [...exportDesign({ ...publicAndPrivate(), deploy }, catalogue, 'cli').files, { path: 'aws-fake', text: FAKE_AWS }],
    (folder) => runWithFakeAws(folder, 'create.sh', env),
  )
const callsOf = (run: ReturnType<typeof tryOut>): string[] => run.calls.map((call) => call.join(' '))

test('what may exist is made where no id is given', () => {
  const run = tryOut({})
  expect([run.stderr, run.status]).toEqual(['', 0])
  const calls = callsOf(run)
  expect(calls.some((call) => call.startsWith('ec2 create-vpc ') && call.includes('--cidr-block 10.0.0.0/16'))).toBe(
    true,
  )
})

test('an environment uses what exists there, in its Region, zones and blocks, and changes nothing of it', () => {
  const run = tryOut({ HOPWISE_ENV: 'prod' })
  expect([run.stderr, run.status]).toEqual(['', 0])
  const calls = callsOf(run)
  expect(calls.filter((call) => call.includes('us-east-1'))).toEqual([])
  expect(calls.filter((call) => /create-vpc |modify-vpc-attribute/.test(call))).toEqual([])
  const subnet = calls.find((call) => call.startsWith('ec2 create-subnet '))!
  expect(subnet).toContain('--vpc-id vpc-0123456789abcdef0 --availability-zone eu-west-1c --cidr-block 10.9.')
  expect(subnet).toContain('{"Key":"Name","Value":"prod-')
  expect(subnet).toContain('{"Key":"Owner","Value":"net prod"}')
})

test('the IPv6 block of a VPC that exists is read and not asked for', () => {
  const design = { ...everything(), deploy: { ...deploy, environments: [] } }
  withFiles([...exportDesign(design, catalogue, 'cli').files, { path: 'aws-fake', text: FAKE_AWS }], (folder) => {
    const run = runWithFakeAws(folder, 'create.sh', { HOPWISE_ID_Vpc1: 'vpc-0123456789abcdef0' })
    expect([run.stderr, run.status]).toEqual(['', 0])
    const calls = run.calls.map((call) => call.join(' '))
    expect(calls.filter((call) => /associate-vpc-cidr-block|associate-dhcp-options/.test(call))).toEqual([])
    expect(calls.some((call) => call.includes('--ipv6-cidr-block 2600:1f18:aa:bb'))).toBe(true)
  })
})

test('a value that cannot be is refused before anything is done', () => {
  const run = tryOut({ HOPWISE_Vpc1Block: 'ten' })
  expect([run.status, run.calls]).toEqual([1, []])
  expect(run.stderr).toContain('HOPWISE_Vpc1Block')
})
