import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { checks } from '../../checks/index.ts'
import type { Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { templates } from '../../templates/index.ts'
import { exportDesign } from '../index.ts'
import { allExamples } from '../testing/allExamples.ts'
import { publicAndPrivate } from '../testing/exampleDesigns.ts'
import { twoAccounts } from '../testing/exampleNetworks.ts'
import { lintWith } from '../testing/lintWith.ts'
import { needTool } from '../testing/needTool.ts'
import { withFiles } from '../testing/withFiles.ts'

const catalogue = await loadCatalogue()
const CFN_LINT = ['cfn-lint', ['cfn-lint', '--version']] as const

/** The faults of the bad examples that cfn-lint sees as well: they are the design's, not the export's. */
const SHARED_FAULTS: Readonly<Record<string, string>> = {
  'private-dns-conflict': 'E3064',
  'zone-not-in-region': 'W3010',
  'load-balancer-zones': 'E3680',
  'resolver-endpoint-addresses': 'E3032',
  // it takes a static route of a transit gateway to be IPv4; EC2 takes both families (CreateTransitGatewayRoute)
  'ipv6-leaves-by-another-vpc': 'E3002',
}

const filesOf = (name: string, design: Design) =>
  exportDesign(design, catalogue, 'cloudformation')
    .files.filter((file) => file.path.endsWith('.yaml'))
    .map((file) => ({ path: `${name}/${file.path}`, text: file.text }))

/** Many examples differ only in what is not deployed; each text is looked at once. */
const distinct = <T extends { readonly text: string }>(files: readonly T[]): T[] => [
  ...new Map(files.map((file) => [file.text, file])).values(),
]

/** `folder/file: code` of every finding, information included. */
const findingsOf = (files: readonly { path: string; text: string }[]): string[] =>
  withFiles(files, (folder) => {
    const findings = lintWith('cfn-lint', [
      '-c',
      'I',
      '--format',
      'parseable',
      '-t',
      ...files.map((file) => join(folder, file.path)),
    ])
    return findings === ''
      ? []
      : findings
          .split('\n')
          .map((line) => line.slice(folder.length + 1).replace(/^([^/]+)\/[^:]+(?::\d+){4}:([A-Z]\d+):.*$/, '$1: $2'))
  })

test('cfn-lint finds nothing in the examples of the export and in the templates', async (context) => {
  needTool(context, ...CFN_LINT)
  const own = allExamples.flatMap(([name, make]) => filesOf(name, make()))
  const loaded = await Promise.all(templates.map(async (template) => filesOf(template.id, await template.load())))
  // A name that reads `${AWS::AccountId}` is plain text outside Fn::Sub; cfn-lint asks whether a Sub was forgotten
  expect(findingsOf([...own, ...loaded.flat()]).filter((line) => line !== 'hostileNames: E1029')).toEqual([])
}, 180_000)

const withIp6 = (): Design =>
  buildDesign((b) => {
    const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
    b.subnet(vpc, { id: 'public', cidr: '10.0.2.0/24', ipv6Cidr: '2001:db8:0:2::/64' })
    b.subnet(vpc, { id: 'six', cidr: null, ipv6Cidr: '2001:db8:0:1::/64' })
  })

test('cfn-lint finds nothing where things may exist, and names follow a pattern', (context) => {
  needTool(context, ...CFN_LINT)
  const deploy = { networkOnly: false, naming: '{env}-{kind}-{name}', tags: { Owner: 'net {env}' }, environments: [] }
  const files = [
    ['either', { 'vpc-1': '', public: '', 'route-table-1': '', home: '', 'home-a': '', hub: '', 'shared-group': '' }],
    ['used', { 'vpc-1': 'vpc-0123456789abcdef0', home: 'vpc-0123456789abcdef0', zone: 'Z0123456789ABC' }],
  ] as const
  expect(
    findingsOf(
      files.flatMap(([name, existing]) =>
        [publicAndPrivate, twoAccounts, withIp6].flatMap((make) =>
          filesOf(`${name}-${make.name}`, { ...make(), deploy: { ...deploy, existing } }),
        ),
      ),
    ),
  ).toEqual([])
}, 180_000)

test('cfn-lint finds nothing in the examples of the checks, but for the faults that they are about', (context) => {
  needTool(context, ...CFN_LINT)
  const files = checks.flatMap((check) => [
    ...filesOf(`${check.id}-good`, check.examples.good()),
    ...filesOf(check.id, check.examples.bad()),
  ])
  const found = findingsOf(distinct(files))
  expect(found.sort()).toEqual(
    Object.entries(SHARED_FAULTS)
      .map(([id, code]) => `${id}: ${code}`)
      .sort(),
  )
}, 180_000)
