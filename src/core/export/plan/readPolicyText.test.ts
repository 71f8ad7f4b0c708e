import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Environment } from '../../model/index.ts'
import { buildDesign, type DesignBuilder } from '../../model/testing/designBuilder.ts'
import { type ExportFormat, exportDesign } from '../index.ts'

const catalogue = await loadCatalogue()
const ACCOUNT = '111122223333'
const policyOf = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement })
const allow = (more: object): object => ({ Effect: 'Allow', ...more })

function filesOf(draw: (b: DesignBuilder) => void, format: ExportFormat = 'cloudformation') {
  const design = buildDesign((b) => {
    b.account({ id: 'account-1', accountId: ACCOUNT })
    draw(b)
  })
  const { files, remarks } = exportDesign(design, catalogue, format)
  return {
    files,
    file: (path: string) => files.find((one) => one.path === path)!.text,
    said: remarks.map(({ message }) => message),
  }
}
interface Resource {
  readonly DependsOn?: readonly string[]
  readonly Properties: Readonly<Record<string, unknown>>
}
const resourcesOf = (draw: (b: DesignBuilder) => void): Readonly<Record<string, Resource>> =>
  (JSON.parse(filesOf(draw).file('template.json')) as { Resources: Record<string, Resource> }).Resources

/** A role that may use what is named, beside what else is drawn. */
const roleNaming = (Resource: string | readonly string[], draw: (b: DesignBuilder) => void) => (b: DesignBuilder) => {
  draw(b)
  b.iamRole('app', { id: 'role', policies: [{ name: 'use', document: policyOf(allow({ Action: '*', Resource })) }] })
}
const named = (Resource: string | readonly string[], draw: (b: DesignBuilder) => void): unknown => {
  const { PolicyDocument } = resourcesOf(roleNaming(Resource, draw)).RolePolicyUse!.Properties
  return (PolicyDocument as { Statement: readonly { Resource: unknown }[] }).Statement[0]!.Resource
}

const job = (b: DesignBuilder): void => {
  b.lambda(b.subnet(b.vpc({ cidrs: ['10.0.0.0/16'] }), { cidr: '10.0.0.0/24' }), { id: 'job', name: 'job' })
}

test('a function is named by the name that it gets, in every format', () => {
  const arn = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:job`
  const sub = `arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:\${Job}`
  expect(named([arn, `${arn}:*`], job)).toEqual([{ 'Fn::Sub': sub }, { 'Fn::Sub': `${sub}:*` }])
  const inFormat = (format: ExportFormat, path: string) => filesOf(roleNaming(arn, job), format).file(path)
  expect(inFormat('terraform', 'main.tf')).toContain(`:function:\${aws_lambda_function.job.function_name}"`)
  expect(inFormat('cli', 'create.sh')).toContain(':function:"$id_Job"')
  expect(inFormat('powershell', 'create.ps1')).toContain(":function:' + $id['Job']")
})

test('a secret is named by its ARN, with AWS’s six characters or wildcards for them; a wider pattern stays wide', () => {
  const secret = (end: string) => `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:prod/db${end}`
  const found = named(['-??????', '-AbCdE1', '-*'].map(secret), (b) => {
    b.policyResource(secret('-AbCdE1'), { id: 'db' })
  })
  const sub = `arn:\${AWS::Partition}:secretsmanager:\${AWS::Region}:\${AWS::AccountId}:secret:\${DbPhysicalName}-*`
  expect(found).toEqual([{ Ref: 'Db' }, { Ref: 'Db' }, { 'Fn::Sub': sub }])
})

test('the drawn name of a key, which becomes its alias, is named as that', () => {
  const at = `arn:aws:kms:us-east-1:${ACCOUNT}:`
  const draw = (b: DesignBuilder): void => {
    b.policyResource(`${at}key/orders`, { id: 'key' })
    b.s3Bucket('example-store', { id: 'store', encryptionKey: `${at}alias/orders` })
  }
  const alias = {
    'Fn::Sub': `arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:alias/\${KeyPhysicalName}`,
  }
  expect(named([`${at}key/orders`, `${at}alias/orders`], draw)).toEqual([{ 'Fn::GetAtt': ['Key', 'Arn'] }, alias])
  expect(JSON.stringify(resourcesOf(draw).Store)).toContain(JSON.stringify(alias))
})

test('accounts are told in longer texts, where they stand by themselves; elsewhere they are said to stay', () => {
  const draw = (b: DesignBuilder): void => {
    b.region()
  }
  const found = named([`arn:aws:s3:::trail/AWSLogs/${ACCOUNT}/*`, `arn:aws:s3:::logs-${ACCOUNT}/*`], draw)
  expect(found).toEqual([
    { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::trail/AWSLogs/\${AWS::AccountId}/*` },
    { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::logs-${ACCOUNT}/*` },
  ])
  const stays = expect.stringContaining(`names ${ACCOUNT} as drawn`)
  expect(filesOf(roleNaming(`arn:aws:s3:::logs-${ACCOUNT}/*`, draw)).said).toContainEqual(stays)
  expect(filesOf(roleNaming(`arn:aws:s3:::trail/AWSLogs/${ACCOUNT}/*`, draw)).said).not.toContainEqual(stays)
})

test('access points of one name in two accounts are told apart', () => {
  const other = '999988887777'
  const { files } = filesOf(
    roleNaming(`arn:aws:s3:us-east-1:${other}:accesspoint/orders/object/*`, (b) => {
      b.account({ id: 'account-2', accountId: other })
      b.s3Bucket('example-store', { id: 'store' })
      b.s3AccessPoint('orders', 'store', { id: 'first' })
      b.s3AccessPoint('orders', 'store', { id: 'second', account: 'account-2' })
    }),
    'cli',
  )
  const [line] = files.flatMap(({ text }) => text.match(/--policy-document '.*accesspoint.*/) ?? [])
  expect(line).toContain(':accesspoint/"$SecondPhysicalName"')
})

test('networks are named in ARNs by the ids that AWS gives, though drawn by others', () => {
  const found = named(
    [`arn:aws:ec2:us-east-1:${ACCOUNT}:vpc/main`, `arn:aws:ec2:us-east-1:${ACCOUNT}:subnet/main`],
    (b) => {
      b.vpc({ id: 'main', cidrs: ['10.0.0.0/16'] })
    },
  )
  const sub = `arn:\${AWS::Partition}:ec2:\${AWS::Region}:\${AWS::AccountId}:`
  expect(found).toEqual([{ 'Fn::Sub': `${sub}vpc/\${Main}` }, { 'Fn::Sub': `${sub}subnet/main` }])
})

test('whatever partition is drawn, the deployment’s own is written; an unknown one stays', () => {
  const found = named(['arn:aws-cn:s3:::there/*', 'arn:*:s3:::there/*'], (b) => {
    b.region()
  })
  expect(found).toEqual([{ 'Fn::Sub': `arn:\${AWS::Partition}:s3:::there/*` }, 'arn:*:s3:::there/*'])
})

test('what NotResource, NotPrincipal and conditions name is a reference like any other', () => {
  const role = `arn:aws:iam::${ACCOUNT}:role/app`
  const { StorePolicy } = resourcesOf((b) => {
    const vpc = b.vpc({ id: 'main', cidrs: ['10.0.0.0/16'] })
    b.gatewayEndpoint(vpc, 's3', { id: 'door' })
    b.iamRole('app', { id: 'role' })
    const statement = {
      Effect: 'Deny',
      NotPrincipal: { AWS: role },
      Action: '*',
      NotResource: 'arn:aws:s3:::example-store/open/*',
      Condition: {
        'ForAnyValue:StringNotEqualsIfExists': { 'AWS:SourceVPCE': ['door'] },
        ArnNotLike: { 'aws:PrincipalArn': role },
      },
    }
    b.s3Bucket('example-store', { id: 'store', policy: policyOf(statement) })
  })
  expect(StorePolicy!.Properties.PolicyDocument).toMatchObject({
    Statement: [
      {
        NotPrincipal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } },
        NotResource: { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::\${StorePhysicalName}/open/*` },
        Condition: {
          'ForAnyValue:StringNotEqualsIfExists': { 'AWS:SourceVPCE': [{ Ref: 'Door' }] },
          ArnNotLike: {
            'aws:PrincipalArn': {
              'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/\${RolePhysicalName}`,
            },
          },
        },
      },
    ],
  })
})

test('a session as principal waits for its role', () => {
  const { StorePolicy } = resourcesOf((b) => {
    b.region()
    b.iamRole('app', { id: 'role', path: '/team/' })
    const Principal = { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/app/one` }
    b.s3Bucket('example-store', { id: 'store', policy: policyOf(allow({ Principal, Action: 's3:*', Resource: '*' })) })
  })
  expect(StorePolicy!.DependsOn).toContain('Role')
})

test('one drawing, three environments: what policies name has the values of each', () => {
  const PARTNER = '444455556666'
  const environment = (name: string, own: string, partner: string, block: string): Environment => ({
    name,
    accounts: { 'account-1': own, partner },
    regions: { 'us-east-1': name === 'prod' ? 'eu-west-1' : 'us-east-1' },
    zones: {},
    blocks: { main: [block] },
    names: name === 'prod' ? { store: 'the-store' } : {},
    existing: {},
  })
  const draw = (b: DesignBuilder): void => {
    const environments = [
      environment('dev', '100000000001', '100000000002', '10.1.0.0/16'),
      environment('test', '200000000001', '200000000002', '10.2.0.0/16'),
      environment('prod', '300000000001', '300000000002', '10.3.0.0/16'),
    ]
    b.settings({ deploy: { networkOnly: false, naming: '{name}', tags: {}, existing: {}, environments } })
    b.account({ id: 'partner', accountId: PARTNER })
    b.vpc({ id: 'main', cidrs: ['10.0.0.0/16'] })
    const statement = allow({
      Principal: { AWS: [`arn:aws:iam::${PARTNER}:root`, PARTNER] },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::example-store/*',
      Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } },
    })
    b.s3Bucket('example-store', { id: 'store', policy: policyOf(statement) })
  }
  expect(resourcesOf(draw).StorePolicy!.Properties.PolicyDocument).toMatchObject({
    Statement: [
      {
        Principal: {
          AWS: [{ 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${PartnerNumber}:root` }, { Ref: 'PartnerNumber' }],
        },
        Resource: { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::\${StorePhysicalName}/*` },
        Condition: { IpAddress: { 'aws:VpcSourceIp': { Ref: 'MainBlock' } } },
      },
    ],
  })
  const valuesIn = (name: string) =>
    Object.fromEntries(
      (
        JSON.parse(filesOf(draw).file(`parameters/${name}.json`)) as {
          ParameterKey: string
          ParameterValue: string
        }[]
      ).map((one) => [one.ParameterKey, one.ParameterValue]),
    )
  expect(valuesIn('dev')).toMatchObject({
    PartnerNumber: '100000000002',
    MainBlock: '10.1.0.0/16',
    StorePhysicalName: 'example-store-dev',
  })
  expect(valuesIn('prod')).toMatchObject({
    PartnerNumber: '300000000002',
    MainBlock: '10.3.0.0/16',
    StorePhysicalName: 'the-store',
  })
  // No number of a drawn account stands in what is deployed, but as the default of a parameter
  for (const format of ['terraform', 'cli', 'powershell'] as const) {
    const lines = filesOf(draw, format)
      .files.filter(({ path }) => /(^|\/)(main\.tf|create\.(sh|ps1))$/.test(path))
      .flatMap(({ text }) => text.split('\n').filter((one) => /s3:::|VpcSourceIp/.test(one)))
    expect(lines, format).not.toHaveLength(0)
    expect(lines.join('\n'), format).not.toMatch(/444455556666|10\.0\.0\.0|example-store|arn:aws:/)
  }
})
