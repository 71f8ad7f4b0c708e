import type { Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'

/** Two private subnets, and an interface endpoint with an interface in one of them. */
export const twoSubnets = (): Design =>
  buildDesign((b) => {
    b.settings({ title: 'Kinesis, two subnets' })
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], dnsHostnames: true })
    const one = b.subnet(vpc, { cidr: '10.0.1.0/24', zone: 'us-east-1a' })
    const two = b.subnet(vpc, { cidr: '10.0.2.0/24', zone: 'us-east-1b' })
    const group = b.securityGroup(vpc, { name: 'endpoint', ingress: [['tcp', 443, '10.0.0.0/16']] })
    b.interfaceEndpoint(vpc, 'kinesis-streams', { subnets: [one], securityGroups: [group] })
    b.ec2(two, { name: 'client' })
    b.request(
      { from: 'client', to: 'kinesis.us-east-1.amazonaws.com' },
      { verdict: 'succeeds', path: 'interface-endpoint' },
    )
  })

/** The same, with all that Session Manager wants, and outputs that others import. */
export const sessionManager = (): Design => ({
  ...twoSubnets(),
  title: 'Session Manager',
  deploy: {
    networkOnly: false,
    sessionManager: true,
    exportOutputs: true,
    naming: '{name}',
    tags: {},
    existing: {},
    environments: [],
  },
})

/** A public and a private subnet with NAT, and a gateway endpoint for S3. */
export const publicAndPrivate = (): Design =>
  buildDesign((b) => {
    b.settings({ title: 'Public and private' })
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
    const open = b.subnet(vpc, { cidr: '10.0.1.0/24', zone: 'us-east-1a', name: 'public' })
    const inner = b.subnet(vpc, { cidr: '10.0.2.0/24', zone: 'us-east-1a', name: 'private' })
    const gateway = b.internetGateway(vpc)
    const nat = b.natGateway(open)
    b.mainTable(vpc, [['0.0.0.0/0', nat]])
    b.routeTable(vpc, [['0.0.0.0/0', gateway]], { name: 'open', subnets: [open] })
    b.gatewayEndpoint(vpc, 's3', { routeTables: ['route-table-1'] })
    b.ec2(inner, { name: 'worker' })
  })

/** As AWS prints one, with what templates and shells would read. */
const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [{ "Sid": "It's \${aws:PrincipalAccount}", "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" }]
}`

/** Everything the export knows, in one VPC of each address family and some more. */
export const everything = (): Design =>
  buildDesign((b) => {
    b.settings({ title: 'Everything', description: 'One of each.' })
    const vpc = b.vpc({
      cidrs: ['10.0.0.0/16', '10.1.0.0/16'],
      ipv6Cidrs: ['2600:1f18:1234:5600::/56'],
      dnsHostnames: true,
      dhcpDnsServers: ['10.0.0.2', '10.0.0.53'],
    })
    const open = b.subnet(vpc, {
      cidr: '10.0.1.0/24',
      ipv6Cidr: '2600:1f18:1234:5601::/64',
      zone: 'us-east-1a',
      name: 'public',
      mapPublicIpOnLaunch: true,
    })
    const inner = b.subnet(vpc, { cidr: '10.0.2.0/24', zone: 'us-east-1a', name: 'private' })
    const far = b.subnet(vpc, { cidr: '10.1.2.0/24', zone: 'us-east-1b', name: 'far' })
    const gateway = b.internetGateway(vpc)
    const nat = b.natGateway(open, { privateIp: '10.0.1.20' })
    b.mainTable(vpc, [['0.0.0.0/0', nat]])
    const list = b.prefixList(['192.0.2.0/24', '198.51.100.0/24'], { name: 'partners', listName: 'partners' })
    b.routeTable(
      vpc,
      [
        ['0.0.0.0/0', gateway],
        ['::/0', gateway],
        [list, gateway],
      ],
      { name: 'open', subnets: [open] },
    )
    const outer = b.securityGroup(vpc, {
      name: 'outer',
      ingress: [
        ['tcp', [80, 443], '0.0.0.0/0'],
        ['icmp', null, '10.0.0.0/8'],
        ['icmpv6', null, '::/0'],
        [47, null, '10.0.0.0/8'],
      ],
    })
    const core = b.securityGroup(vpc, {
      name: 'core',
      ingress: [
        ['tcp', 5432, outer],
        ['all', null, '2600:1f18:1234:5601::/64'],
        ['udp', 53, list],
      ],
      egress: [],
    })
    b.set<'security-group'>(outer, {
      egress: [
        {
          protocol: 'tcp',
          ports: { from: 5432, to: 5432 },
          icmp: null,
          peer: { securityGroup: core },
          description: 'to “core” only',
        },
        {
          protocol: 'tcp',
          ports: { from: 443, to: 443 },
          icmp: null,
          peer: { prefixList: 'com.amazonaws.us-east-1.s3' },
          description: '',
        },
      ],
    })
    const standard = b.securityGroup(vpc, { name: 'standard', ingress: [], egress: [['all', null, '0.0.0.0/0']] })
    b.set<'vpc'>(vpc, { defaultSecurityGroup: standard })
    b.networkAcl(vpc, {
      name: 'strict',
      subnets: [inner],
      ingress: [
        [100, 'allow', 'tcp', [1024, 65535], '0.0.0.0/0'],
        [110, 'deny', 'icmp', null, '10.0.0.0/8'],
      ],
      egress: [
        [100, 'allow', 'all', null, '0.0.0.0/0'],
        [101, 'allow', 'all', null, '::/0'],
      ],
    })
    const acl = b.networkAcl(vpc, {
      name: 'usual',
      ingress: [[50, 'allow', 'all', null, '0.0.0.0/0']],
      egress: [[50, 'allow', 'all', null, '0.0.0.0/0']],
    })
    b.set<'vpc'>(vpc, { defaultNetworkAcl: acl })
    b.gatewayEndpoint(vpc, 's3', { name: 's3-gateway', routeTables: ['route-table-1', 'open'], policy: POLICY })
    b.gatewayEndpoint(vpc, 'dynamodb', { routeTables: ['open'] })
    b.interfaceEndpoint(vpc, 's3', {
      name: 's3-interface',
      subnets: [inner, far],
      privateDnsOnlyForInboundResolver: true,
    })
    b.interfaceEndpoint(vpc, 'sqs', {
      name: 'queue',
      subnets: [{ subnet: inner, privateIp: '10.0.2.10' }, far],
      securityGroups: [core],
      privateDns: false,
      policy: POLICY,
    })
    b.ec2(open, {
      name: 'web',
      securityGroups: [outer],
      publicIp: 'auto',
      ipv6: 'auto',
      listens: [{ protocol: 'tcp', port: 443 }],
    })
    b.ec2(inner, { name: 'worker', privateIp: '10.0.2.50' })
    b.ec2(open, { name: 'bastion', publicIp: '203.0.113.7', securityGroups: [outer] })
    const two = b.ec2(open, { name: 'router' })
    const side = {
      securityGroups: [core],
      ipv6: null,
      publicIp: 'none' as const,
      sourceDestCheck: true,
      interfaceId: null,
    }
    b.set<'client'>(two, {
      interfaces: [
        { ...side, subnet: open, privateIp: null, publicIp: 'auto' },
        { ...side, subnet: inner, privateIp: '10.0.2.60' },
      ],
    })
    b.lambda(inner, { name: 'function', securityGroups: [core] })
    b.ecs(inner, { name: 'task', securityGroups: [outer] })
    b.s3Bucket('hopwise-example-bucket', { id: 'bucket-1' })
    b.iamRole('example-role', { id: 'role-1' })
    b.policyResource('arn:aws:sqs:us-east-1:111122223333:orders', { id: 'queue-1' })
    b.iamUser('example-user', { id: 'user-1' })
    b.dynamodbTable('orders', { id: 'table-1' })
    b.api('a1b2c3d4e5', { id: 'api-1', endpointType: 'private', policy: POLICY })
    b.awsService('s3')
    b.internetHost({ name: 'elsewhere', addresses: ['203.0.113.80'], hostNames: ['example.com'] })
    b.request(
      { from: 'function', to: 'sqs.us-east-1.amazonaws.com' },
      { verdict: 'fails', symptom: 'connection-times-out' },
    )
    b.request({ from: 'worker', to: 'web', port: 80 })
  })

/** An isolated subnet with a way to S3 and nothing else. */
export const onlyS3 = (): Design =>
  buildDesign((b) => {
    b.settings({ title: 'Only S3' })
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], name: 'Data' })
    b.subnet(vpc, { cidr: '10.0.1.0/24', id: 'subnet-1', name: 'Private “A”' })
    b.mainTable(vpc, [])
    b.gatewayEndpoint(vpc, 's3', { routeTables: ['route-table-1'] })
  })

/** Two security groups that name each other. */
export const groupsInCircle = (): Design =>
  buildDesign((b) => {
    b.settings({ title: 'Groups' })
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'vpc-1' })
    const web = b.securityGroup(vpc, { id: 'sg-1', name: 'web', ingress: [['tcp', 443, '0.0.0.0/0']], egress: [] })
    const data = b.securityGroup(vpc, { id: 'sg-2', name: 'data', ingress: [['tcp', 5432, web]], egress: [] })
    b.set<'security-group'>(web, {
      egress: [
        {
          protocol: 'tcp',
          ports: { from: 5432, to: 5432 },
          icmp: null,
          peer: { securityGroup: data },
          description: '',
        },
      ],
    })
  })

/** Names that shells, templates, JSON and Markdown would all like to read as something else. */
export const HOSTILE_NAMES = [
  `it's "quoted" \`back\` \\ $(touch pwned) \${HOME} !x`,
  `'; rm -rf ~ #`,
  '<script>alert(1)</script> [link](http://x) *b* | t',
  '# heading',
  '- yes',
  'yes',
  '012',
  '2012-10-17',
  '12:30:45',
  '!Ref X',
  `\${AWS::AccountId}`,
  'ünïcödé 日本語 🚀',
  '%s %d %n',
  ' leading and trailing ',
] as const

/** Subnets under hostile names. */
export const hostileNames = (): Design =>
  buildDesign((b) => {
    b.settings({ title: HOSTILE_NAMES[0], description: HOSTILE_NAMES[1] })
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], name: HOSTILE_NAMES[2], id: 'vpc-1' })
    HOSTILE_NAMES.forEach((name, index) => {
      b.subnet(vpc, { id: `subnet-${index}`, name, cidr: `10.0.${index}.0/24` })
    })
    const description = HOSTILE_NAMES[0]
    b.securityGroup(vpc, { id: 'sg-1', name: HOSTILE_NAMES[1], description })
    b.lambda('subnet-0', { id: 'function-1', name: HOSTILE_NAMES[0] })
    b.request({ from: HOSTILE_NAMES[0], to: HOSTILE_NAMES[1] })
  })
