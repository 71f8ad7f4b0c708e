import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadCatalogue } from '../core/aws/index.ts'
import { exportDesign } from '../core/export/index.ts'
import { importFiles } from '../core/import/index.ts'
import { parseDesign, serialiseDesign } from '../core/model/index.ts'

const catalogue = await loadCatalogue()

/** As AWS prints it: laid out, with a quote and words that templates and shells would read. */
const POLICY = `{
\t"Version": "2012-10-17",
  "Statement": [{ "Sid": "it's {{resolve}}", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
    "Condition": { "StringNotEquals": { "aws:PrincipalOrgID": "\${aws:PrincipalOrgID}", "Ref": "AWS::AccountId" } } }]
}`
const vpc = { VpcId: 'vpc-0aaaaaaaaaaaaaaa1', CidrBlock: '10.0.0.0/16', OwnerId: '111122223333', State: 'available' }
const endpoint = (id: string, type: string, more: object) => ({
  VpcEndpointId: id,
  VpcEndpointType: type,
  VpcId: vpc.VpcId,
  ServiceName: 'com.amazonaws.us-east-1.s3',
  State: 'available',
  PolicyDocument: POLICY,
  OwnerId: '111122223333',
  ...more,
})
const given = {
  Vpcs: [vpc],
  Subnets: [
    {
      SubnetId: 'subnet-0aaaaaaaaaaaaaaa1',
      VpcId: vpc.VpcId,
      CidrBlock: '10.0.1.0/24',
      AvailabilityZone: 'us-east-1a',
    },
  ],
  VpcEndpoints: [
    endpoint('vpce-0aaaaaaaaaaaaaaa1', 'Gateway', { RouteTableIds: [] }),
    endpoint('vpce-0aaaaaaaaaaaaaaa2', 'Interface', { SubnetIds: ['subnet-0aaaaaaaaaaaaaaa1'] }),
  ],
  RestApis: [
    {
      id: 'a1b2c3d4e5',
      name: 'api',
      policy: POLICY.replaceAll('"', '\\"'),
      apiKeySource: 'HEADER',
      endpointConfiguration: { types: ['PRIVATE'], vpcEndpointIds: ['vpce-0aaaaaaaaaaaaaaa2'] },
    },
  ],
}

/** The design that an import makes of that, as it comes out of a file. */
function importedDesign() {
  const files = Object.entries(given).map(([key, list]) => ({
    path: `us-east-1/${key}.json`,
    bytes: new TextEncoder().encode(JSON.stringify({ [key]: list })),
  }))
  const imported = importFiles(files)
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal))
  const parsed = parseDesign(serialiseDesign(imported.design))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.design
}

test('the policy of whatever is imported comes out letter by letter, and a remark says so', () => {
  const design = importedDesign()
  const template = exportDesign(design, catalogue, 'cloudformation')
  const scripts = exportDesign(design, catalogue, 'cli')
  const { Resources } = parse(template.files.find(({ path }) => path.endsWith('.json'))!.text) as {
    Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>
  }
  const written = Object.values(Resources).flatMap(
    ({ Properties }) => Properties.PolicyDocument ?? Properties.Policy ?? [],
  )
  expect(written).toEqual([POLICY, POLICY, POLICY])
  const create = scripts.files.find(({ path }) => path === 'create-111122223333.sh' || path === 'create.sh')!.text
  expect(create.split(`$'${POLICY.replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`)).toHaveLength(4)
  for (const { remarks } of [template, scripts])
    expect(remarks.filter(({ message }) => message.includes('policy is written letter by letter'))).toHaveLength(3)
})
