import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { EXPORT_FORMATS, type ExportFormat, exportDesign, MAY_EXIST } from './index.ts'
import { allExamples } from './testing/allExamples.ts'

const catalogue = await loadCatalogue()
const settings = (existing: Readonly<Record<string, string>>) => ({
  networkOnly: false,
  naming: '{name}',
  tags: {},
  environments: [],
  existing,
})

test.each(allExamples)('everything in %s that may exist exists at once, and no format fails', (_, make) => {
  const design = make()
  const ids = Object.values(design.constructs).flatMap(({ id, kind }) => (MAY_EXIST.has(kind) ? [id] : []))
  for (const given of ['vpc-0123456789abcdef0', '']) {
    const deploy = settings(Object.fromEntries(ids.map((id) => [id, given])))
    for (const { id: format } of EXPORT_FORMATS)
      expect(exportDesign({ ...design, deploy }, catalogue, format).files.map(({ path }) => path)).toContain(
        'README.md',
      )
  }
})

test('a zone that exists is shared with a Profile by its ARN, which is made of its id', () => {
  const design = buildDesign((b) => {
    b.account({ id: 'account-1', accountId: '111122223333' })
    const vpc = b.vpc({ id: 'main', cidrs: ['10.0.0.0/16'] })
    const zone = b.hostedZone('example.internal', [vpc], { id: 'zone' })
    b.profile({ id: 'profile', vpcs: [vpc], hostedZones: [zone] })
  })
  const textOf = (format: ExportFormat, path: string, id: string): string =>
    exportDesign({ ...design, deploy: settings({ zone: id }) }, catalogue, format).files.find(
      (one) => one.path === path,
    )!.text
  const { Resources } = JSON.parse(textOf('cloudformation', 'template.json', 'Z0123456789'))
  const arns = Object.values(Resources as Readonly<Record<string, { Properties: { ResourceArn?: unknown } }>>).flatMap(
    ({ Properties: { ResourceArn } }) => (ResourceArn === undefined ? [] : [ResourceArn]),
  )
  expect(arns).toEqual([{ 'Fn::Sub': `arn:\${AWS::Partition}:route53:::hostedzone/\${Zone}` }])
  expect(textOf('terraform', 'main.tf', 'Z0123456789')).toContain(
    `resource_arn = "arn:\${data.aws_partition.current.partition}:route53:::hostedzone/\${var.id_of_zone}"`,
  )
  expect(textOf('cli', 'create.sh', 'Z0123456789')).toMatch(/:route53:::hostedzone\/.*\$\{?id_Zone/)
})
