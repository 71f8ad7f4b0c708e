import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Design } from '../../model/index.ts'
import { buildDesign, type DesignBuilder } from '../../model/testing/designBuilder.ts'
import { exportDesign } from '../index.ts'
import { access } from '../testing/access.ts'
import { locksOut } from './locksOut.ts'

const catalogue = await loadCatalogue()
const ACCOUNT = '111122223333'
const statement = (more: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...more }] })

/** Properties of a template by logical id, and what was said. */
function templateOf(design: Design) {
  const { files, remarks } = exportDesign(design, catalogue, 'cloudformation')
  const { Resources } = JSON.parse(files.find(({ path }) => path === 'template.json')!.text) as {
    Resources: Record<string, { Type: string; Properties: Record<string, unknown>; DependsOn?: readonly string[] }>
  }
  const file = (path: string) => files.find((one) => one.path === path)?.text ?? ''
  return { Resources, file, said: remarks.map(({ message }) => message) }
}
/** The first statement of the policy that a bucket gets. */
function written(policy: string, more: (b: DesignBuilder) => void = () => {}): Record<string, unknown> {
  const { Resources } = templateOf(
    buildDesign((b) => {
      b.account({ id: 'account-1', accountId: ACCOUNT })
      const vpc = b.vpc({ id: 'main', awsId: 'vpc-0aaaaaaaaaaaaaaa1', cidrs: ['10.0.0.0/16'] })
      b.gatewayEndpoint(vpc, 's3', { id: 'door', awsId: 'vpce-0aaaaaaaaaaaaaaa1' })
      b.iamRole('app', { id: 'role', path: '/team/' })
      b.s3Bucket('example-store', { id: 'store', policy })
      more(b)
    }),
  )
  const document = Resources.StorePolicy!.Properties.PolicyDocument as { Statement: readonly Record<string, unknown>[] }
  return document.Statement[0]!
}

test('ids of what is made are references, by whatever id a policy names it; other ids stay', () => {
  const { Condition } = written(
    statement({
      Condition: {
        StringEquals: {
          'aws:SourceVpce': ['vpce-0aaaaaaaaaaaaaaa1', 'door', 'vpce-0bbbbbbbbbbbbbbb2'],
          'aws:SourceVpc': 'main',
        },
        ArnLike: { 'aws:SourceVpcArn': `arn:aws:ec2:us-east-1:${ACCOUNT}:vpc/vpc-0aaaaaaaaaaaaaaa1` },
      },
    }),
  )
  expect(Condition).toEqual({
    StringEquals: {
      'aws:SourceVpce': [{ Ref: 'Door' }, { Ref: 'Door' }, 'vpce-0bbbbbbbbbbbbbbb2'],
      'aws:SourceVpc': { Ref: 'Main' },
    },
    ArnLike: {
      'aws:SourceVpcArn': {
        'Fn::Sub': `arn:\${AWS::Partition}:ec2:\${AWS::Region}:\${AWS::AccountId}:vpc/\${Main}`,
      },
    },
  })
})

test('names, accounts, Regions and blocks follow the environment; wildcards and variables stay', () => {
  const { Resource, Condition } = written(
    statement({
      Resource: [
        'arn:aws:s3:::example-store/*',
        'arn:aws:s3:::example-*',
        `arn:aws:s3:::example-store/\${aws:username}`,
      ],
      Condition: {
        StringEquals: { 'aws:PrincipalAccount': ACCOUNT, 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] },
        ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/team/app` },
        IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' },
      },
    }),
  )
  expect(Resource).toEqual([
    { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::\${StorePhysicalName}/*` },
    { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::example-*` },
    { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::\${StorePhysicalName}/\${!aws:username}` },
  ])
  expect(Condition).toEqual({
    StringEquals: {
      'aws:PrincipalAccount': { Ref: 'AWS::AccountId' },
      'aws:RequestedRegion': [{ Ref: 'AWS::Region' }, 'eu-west-1'],
    },
    ArnLike: {
      'aws:PrincipalArn': {
        'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/team/\${RolePhysicalName}`,
      },
    },
    IpAddress: { 'aws:VpcSourceIp': { Ref: 'MainBlock' } },
  })
})

test('a drawn public address, in whose place AWS chooses another, is named', () => {
  const { said } = templateOf(
    buildDesign((b) => {
      const subnet = b.subnet(b.vpc({ cidrs: ['10.0.0.0/16'] }), { cidr: '10.0.0.0/24' })
      b.natGateway(subnet, { publicIp: '203.0.113.7' })
      const Condition = { NotIpAddress: { 'aws:SourceIp': ['203.0.113.7/32', '192.0.2.0/24'] } }
      b.s3Bucket('example-store', { id: 'store', policy: statement({ Condition }) })
    }),
  )
  expect(said).toContainEqual(expect.stringContaining('its policy names 203.0.113.7 as drawn'))
})

test('a drawn role as principal has to be there: it is a reference; one of another path is another role', () => {
  const of = (path: string) =>
    written(statement({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/${path}app` } })).Principal
  expect(of('team/')).toEqual({ AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } })
  expect(of('')).toEqual({ AWS: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/app` } })
})

test('what no format can hold as data is written letter by letter, and said', () => {
  for (const policy of [
    '{"Statement": [',
    '{"Statement":[{"Ref":"AWS::AccountId"}]}',
    '{"a":1,"a":2}',
    '{"a":"\\u0041"}',
  ]) {
    const { Resources, said } = templateOf(buildDesign((b) => b.s3Bucket('example-store', { id: 'store', policy })))
    expect(Resources.StorePolicy!.Properties.PolicyDocument).toBe(policy)
    expect(said).toContainEqual(expect.stringContaining('its policy is written letter by letter'))
  }
})

test('an endpoint and a key whose policies name each other are made, and the endpoint gets its policy afterwards', () => {
  const { Resources, said, file } = templateOf(access())
  expect(Resources.Key!.Properties.KeyPolicy).toMatchObject({
    Statement: [{}, { Condition: { StringEquals: { 'aws:SourceVpce': { Ref: 'Kms' } } } }],
  })
  expect(said).toContainEqual(expect.stringContaining('it is put afterwards'))
  expect(file('deploy.sh')).toMatch(/aws ec2 modify-vpc-endpoint[\s\S]*--vpc-endpoint-id "\$id_Kms"[\s\S]*"\$id_Key"/)
  const { files } = exportDesign(access(), catalogue, 'terraform')
  expect(files.find(({ path }) => path === 'main.tf')!.text).toContain(
    'resource "aws_vpc_endpoint_policy" "kms_policy"',
  )
})

test('clients get the drawn role: by a profile, as execution role, as task role', () => {
  const { Resources } = templateOf(access())
  expect(Resources.App!.Properties.IamInstanceProfile).toEqual({ Ref: 'AppRoleProfile' })
  expect(Resources.Job!.Properties.Role).toEqual({ 'Fn::GetAtt': ['JobRole', 'Arn'] })
  expect(Resources.TaskTask!.Properties.TaskRoleArn).toEqual({ 'Fn::GetAtt': ['AppRole', 'Arn'] })
  expect(Object.keys(Resources).filter((name) => /^(Job|App)Role$|^JobRole1/.test(name))).toEqual([
    'AppRole',
    'JobRole',
  ])
})

test('a role that nobody said the trust of is trusted to its clients, else to its account', () => {
  const trustOf = (draw: (b: DesignBuilder) => void) => {
    const { Resources } = templateOf(
      buildDesign((b) => {
        b.account({ id: 'account-1', accountId: ACCOUNT })
        b.iamRole('app', { id: 'role' })
        draw(b)
      }),
    )
    const document = Resources.Role!.Properties.AssumeRolePolicyDocument as { Statement: readonly object[] }
    return document.Statement[0]
  }
  expect(
    trustOf((b) => b.lambda(b.subnet(b.vpc({ cidrs: ['10.0.0.0/16'] }), { cidr: '10.0.0.0/24' }), { role: 'role' })),
  ).toMatchObject({
    Principal: { Service: 'lambda.amazonaws.com' },
  })
  expect(trustOf((b) => b.region())).toMatchObject({
    Principal: { AWS: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root` } },
  })
  const saidOf = (trustPolicy: string | null) =>
    templateOf(
      buildDesign((b) => {
        b.region()
        b.iamRole('app', { id: 'role', trustPolicy })
      }),
    ).said
  const open = expect.stringContaining('nobody said who may take it on')
  expect(saidOf(null)).toContainEqual(open)
  expect(
    saidOf(statement({ Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' })),
  ).not.toContainEqual(open)
})

test('a task is started by its drawn execution role, which trusts tasks, and by one of its own otherwise', () => {
  const rolesOf = (executionRole: string | null) => {
    const { Resources } = templateOf(
      buildDesign((b) => {
        const subnet = b.subnet(b.vpc({ cidrs: ['10.0.0.0/16'] }), { cidr: '10.0.0.0/24' })
        b.iamRole('starts', { id: 'starter' })
        b.ecs(subnet, { id: 'task', executionRole })
      }),
    )
    return {
      made: Object.keys(Resources),
      task: Resources.TaskTask!.Properties,
      starter: Resources.Starter!.Properties,
    }
  }
  const { made, task, starter } = rolesOf('starter')
  expect(made).not.toContain('TaskRole')
  expect(task).toMatchObject({ ExecutionRoleArn: { 'Fn::GetAtt': ['Starter', 'Arn'] } })
  expect(starter.AssumeRolePolicyDocument).toMatchObject({
    Statement: [{ Principal: { Service: 'ecs-tasks.amazonaws.com' } }],
  })
  expect(rolesOf(null).task).toMatchObject({ ExecutionRoleArn: { 'Fn::GetAtt': ['TaskRole', 'Arn'] } })
})

test('policies, aliases and permissions keep their logical ids when others come before them', () => {
  const namesOf = (more: readonly string[]) => {
    const { Resources } = templateOf(
      buildDesign((b) => {
        b.account({ id: 'account-1', accountId: ACCOUNT })
        const subnet = b.subnet(b.vpc({ cidrs: ['10.0.0.0/16'] }), { cidr: '10.0.0.0/24' })
        b.lambda(subnet, { id: 'job', name: 'job' })
        const names = [...more, 'use']
        b.iamRole('app', {
          id: 'role',
          policies: names.map((name) => ({ name, document: statement({ Action: '*', Resource: '*' }) })),
        })
        b.policyResource(`arn:aws:kms:us-east-1:${ACCOUNT}:key/orders`, {
          id: 'key',
          aliases: names.map((name) => `alias/${name}`),
        })
        const Resource = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:job`
        b.policyResource(Resource, {
          id: 'function',
          policy: JSON.stringify({
            Version: '2012-10-17',
            Statement: names.map((Sid) => ({
              Sid,
              Effect: 'Allow',
              Principal: { Service: 's3.amazonaws.com' },
              Action: 'lambda:InvokeFunction',
              Resource,
            })),
          }),
        })
      }),
    )
    return Object.entries(Resources)
      .filter(([, { Type }]) => /RolePolicy|Alias|Permission/.test(Type))
      .map(([name]) => name)
  }
  const before = namesOf([])
  expect(before.sort()).toEqual(['FunctionPermissionUse', 'KeyAlias', 'KeyAliasUse', 'RolePolicyUse'])
  expect(namesOf(['a.b', 'ab'])).toEqual(expect.arrayContaining(before))
  expect(namesOf(['a.b', 'ab'])).toHaveLength(10)
})

test('a grant has a name, by which AWS makes it once however often it is asked for', () => {
  const grants = [1, 2].map((at) => ({
    grantee: `arn:aws:iam::${ACCOUNT}:role/reader-${at}`,
    operations: ['Decrypt' as const],
    constrained: false,
  }))
  const design = buildDesign((b) => {
    b.policyResource(`arn:aws:kms:us-east-1:${ACCOUNT}:key/orders`, { id: 'key.1', grants })
  })
  for (const format of ['cli', 'cloudformation'] as const) {
    const { files } = exportDesign(design, catalogue, format)
    const names = files.flatMap(({ path, text }) =>
      path.endsWith('.sh') ? [...text.matchAll(/create-grant[^;]*?--name (\S+)/g)].map(([, name]) => name) : [],
    )
    expect([...new Set(names)], format).toEqual(['key-1/grant-1', 'key-1/grant-2'])
  }
})

test('a policy of a version or an alias of a function is no permission of the function as a whole', () => {
  const permissionsOf = (end: string) => {
    const arn = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:job${end}`
    const { Resources, file } = templateOf(
      buildDesign((b) => {
        const subnet = b.subnet(b.vpc({ cidrs: ['10.0.0.0/16'] }), { cidr: '10.0.0.0/24' })
        b.lambda(subnet, { id: 'job', name: 'job' })
        const policy = statement({ Principal: '*', Action: 'lambda:InvokeFunction', Resource: arn })
        b.policyResource(arn, { id: 'function', policy })
      }),
    )
    const count = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Permission').length
    return [count, file('policies/function.json') !== '']
  }
  expect(permissionsOf('')).toEqual([1, false])
  expect(permissionsOf(':live')).toEqual([0, true])
})

test('whether a bucket’s policy locks out whoever deploys', () => {
  const denial = (more: object) => statement({ Effect: 'Deny', Principal: '*', Resource: '*', ...more })
  const notBy = (key: string) => ({ StringNotEqualsIfExists: { [key]: 'x' } })
  const arnOf = (who: string) => `arn:aws:iam::${ACCOUNT}:${who}`
  const but = (who: string) => ({ ArnNotEquals: { 'aws:PrincipalArn': arnOf(who) } })
  for (const [policy, locks] of [
    [denial({ Action: 's3:*', Condition: notBy('aws:SourceVpce') }), true],
    [denial({ Action: 's3:Put*Policy', Condition: notBy('aws:VpceOrgID') }), true],
    [denial({ NotAction: 's3:GetObject', Condition: notBy('aws:SourceVpce') }), true],
    [denial({ Action: 's3:*', Condition: { Null: { 'aws:SourceVpce': 'true' } } }), true],
    [denial({ Action: 's3:*', Condition: { Null: { 'aws:SourceVpce': 'false' } } }), false],
    [denial({ NotAction: 's3:*', Condition: notBy('aws:SourceVpce') }), false],
    [denial({ Action: 's3:GetObject', Condition: notBy('aws:SourceVpce') }), false],
    [denial({ Action: 's3:*', Condition: notBy('aws:PrincipalOrgID') }), false],
    [denial({ Action: 's3:*', Condition: { ...notBy('aws:SourceVpce'), ...but('role/admin') } }), true],
    [denial({ Action: 's3:*', Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }), true],
    [denial({ Action: 's3:*', Principal: { AWS: ACCOUNT }, Condition: notBy('aws:SourceVpce') }), true],
    [denial({ Action: 's3:*', Principal: { AWS: arnOf('role/app') }, Condition: notBy('aws:SourceVpce') }), false],
    [denial({ Action: 's3:*', Resource: 'arn:aws:s3:::reports/*', Condition: notBy('aws:SourceVpce') }), false],
    [denial({ Action: 's3:*', Resource: 'arn:aws-cn:s3:::reports', Condition: notBy('aws:SourceVpce') }), true],
    ['{"Statement": [', false],
  ] as const)
    expect(locksOut(policy, 'reports'), policy).toBe(locks)
})

test('roles that trust each other are made, one of them by name alone', () => {
  const trust = (name: string) =>
    statement({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/${name}` }, Action: 'sts:AssumeRole' })
  const { Resources } = templateOf(
    buildDesign((b) => {
      b.region()
      b.account({ id: 'account-1', accountId: ACCOUNT })
      b.iamRole('one', { id: 'role-1', trustPolicy: trust('two') })
      b.iamRole('two', { id: 'role-2', trustPolicy: trust('one') })
      b.iamRole('self', { id: 'role-3', trustPolicy: trust('self') })
    }),
  )
  expect(Object.keys(Resources).sort()).toEqual(['Role1', 'Role2', 'Role3'])
  expect(JSON.stringify(Resources)).not.toContain('GetAtt')
})

test('what is told at the deployment: closed buckets, contents nobody said, the organisation’s policies', () => {
  const { said, file } = templateOf(
    buildDesign((b) => {
      b.region()
      b.account({
        id: 'account-1',
        accountId: ACCOUNT,
        scps: [
          {
            target: 'r-ab12',
            policies: [
              { name: 'FullAWSAccess', document: statement({ Action: '*', Resource: '*' }) },
              { name: 'no keys', document: '{"a": "b"}' },
            ],
          },
        ],
      })
      b.iamRole('app', {
        id: 'role',
        policies: [{ name: 'mine', document: null }],
        boundary: [{ name: 'limit', document: null }],
      })
      b.s3Bucket('example-store', {
        id: 'store',
        policy: JSON.stringify({
          Statement: {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
          },
        }),
      })
    }),
  )
  expect(said).toEqual(
    expect.arrayContaining([
      expect.stringContaining('nobody said what stands in its policy “mine”'),
      expect.stringContaining('nobody said what stands in its permissions boundary “limit”'),
      expect.stringContaining('only the account’s root user takes it off'),
      expect.stringContaining('the policies of its organisation (1) are not made here'),
    ]),
  )
  expect(file('policies/organisation-1.json')).toBe('{"a": "b"}\n')
  expect(file('README.md')).toContain("--type SERVICE_CONTROL_POLICY --name 'no keys'")
  expect(file('README.md')).toContain('attach-policy --policy-id "$policy" --target-id r-ab12')
  expect(file('README.md')).not.toContain('FullAWSAccess')
})

test('where AWS’s policy that allows everything is not drawn beside others that allow, it is to be taken off', () => {
  const all = statement({ Action: '*', Resource: '*' })
  const readmeOf = (...policies: readonly { name: string; document: string | null }[]) =>
    templateOf(
      buildDesign((b) => {
        b.vpc({ cidrs: ['10.0.0.0/16'] })
        b.account({ id: 'account-1', accountId: ACCOUNT, scps: [{ target: 'ou-ab12-11111111', policies }] })
      }),
    )
  const some = { name: 'only s3', document: statement({ Action: 's3:*', Resource: '*' }) }
  const command = '--policy-id p-FullAWSAccess --target-id ou-ab12-11111111'
  expect(readmeOf(some).file('README.md')).toContain(command)
  for (const more of [
    { name: 'FullAWSAccess', document: all },
    { name: 'unknown', document: null },
  ])
    expect(readmeOf(some, more).file('README.md')).not.toContain(command)
  // Nothing is to be done for what is there anyway
  expect(readmeOf({ name: 'FullAWSAccess', document: all }).said.join()).not.toContain('organisation')
})
