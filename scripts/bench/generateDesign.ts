import type * as z from 'zod/mini'
import type { DeepReadonly } from '../../src/core/base/index.ts'
import { type AccessRequest, type Construct, type Design, emptyDesign } from '../../src/core/model/index.ts'
import { constructSchema } from '../../src/core/model/kinds/registry.ts'
import { createRandom } from './createRandom.ts'

/** Takes a construct as a file may have it: what is left out is AWS's default. */
type Add = (construct: DeepReadonly<z.input<typeof constructSchema>>) => void

/** Constructs of one VPC besides its clients. */
const PER_VPC = 23
const CLIENTS = 27

/** A design of about `size` constructs: VPCs of fifty, each with public and private subnets in three zones, gateways, filters and endpoints. The same seed gives the same design. */
export function generateDesign(size: number, seed = 1): Design {
  const random = createRandom(seed)
  const empty = emptyDesign(`${size} constructs`)
  const account = Object.values(empty.constructs).find((one) => one.kind === 'account')!.id
  const region = Object.values(empty.constructs).find((one) => one.kind === 'region')!.id
  const constructs: Record<string, Construct> = { ...empty.constructs }
  const add: Add = (construct) => {
    constructs[construct.id] = constructSchema.parse(construct)
  }
  add({
    kind: 'aws-service',
    id: 'svc-kinesis',
    name: 'Kinesis',
    region,
    service: 'com.amazonaws.us-east-1.kinesis-streams',
  })
  const count = Math.max(1, Math.round(size / (PER_VPC + CLIENTS)))
  for (let v = 0; v < count; v++) addVpc(add, v, region, account, random)
  return { ...empty, constructs }
}

function addVpc(add: Add, v: number, region: string, account: string, random: () => number): void {
  const vpc = `vpc-${v}`
  const net = `10.${v % 256}`
  add({
    kind: 'vpc',
    id: vpc,
    name: `VPC ${v}`,
    region,
    account,
    cidrs: [`${net}.0.0/16`],
    ipv6Cidrs: [],
    dnsSupport: true,
    dnsHostnames: true,
    dhcpDnsServers: ['AmazonProvidedDNS'],
    mainRouteTable: `rtb-${v}-main`,
    defaultSecurityGroup: null,
    defaultNetworkAcl: null,
  })
  add({ kind: 'internet-gateway', id: `igw-${v}`, name: `IGW ${v}`, vpc })
  add({
    kind: 'route-table',
    id: `rtb-${v}-main`,
    name: 'main',
    vpc,
    routes: [{ destination: { cidr: '0.0.0.0/0' }, target: `nat-${v}` }],
  })
  add({
    kind: 'route-table',
    id: `rtb-${v}-public`,
    name: 'public',
    vpc,
    routes: [
      { destination: { cidr: '0.0.0.0/0' }, target: `igw-${v}` },
      { destination: { cidr: '198.51.100.0/24' }, target: 'blackhole' },
    ],
  })
  addFilters(add, v, vpc, net)
  add({
    kind: 'gateway-endpoint',
    id: `s3-${v}`,
    name: 'S3',
    vpc,
    service: 'com.amazonaws.us-east-1.s3',
    routeTables: [`rtb-${v}-main`],
  })
  const subnets: string[] = []
  for (const [z, letter] of ['a', 'b', 'c'].entries()) {
    add({
      kind: 'availability-zone',
      id: `az-${v}-${letter}`,
      name: `us-east-1${letter}`,
      vpc,
      zoneName: `us-east-1${letter}`,
    })
    for (const tier of ['public', 'private'] as const) {
      const id = `subnet-${v}-${tier}-${letter}`
      subnets.push(id)
      add({
        kind: 'subnet',
        id,
        name: `${tier} ${letter}`,
        zone: `az-${v}-${letter}`,
        cidr: `${net}.${tier === 'public' ? z : 100 + z}.0/24`,
        ipv6Cidr: null,
        routeTable: tier === 'public' ? `rtb-${v}-public` : null,
        networkAcl: tier === 'public' ? `acl-${v}` : null,
        mapPublicIpOnLaunch: tier === 'public',
      })
    }
  }
  add({ kind: 'nat-gateway', id: `nat-${v}`, name: 'NAT', subnet: subnets[0]!, privateIp: null, publicIp: null })
  const inside = subnets.filter((id) => id.includes('private')).map((subnet) => ({ subnet, privateIp: null }))
  for (const service of ['kinesis-streams', 'sqs'])
    add({
      kind: 'interface-endpoint',
      id: `vpce-${v}-${service}`,
      name: service,
      vpc,
      service: `com.amazonaws.us-east-1.${service}`,
      subnets: inside,
      securityGroups: [`sg-${v}-endpoint`],
      privateDns: service === 'sqs' || v % 2 === 0,
      privateDnsOnlyForInboundResolver: false,
      dnsLabel: null,
    })
  for (let c = 0; c < CLIENTS; c++) {
    const subnet = subnets[Math.floor(random() * subnets.length)]!
    const isPublic = subnet.includes('public')
    add({
      kind: 'client',
      id: `client-${v}-${c}`,
      name: `Client ${v}.${c}`,
      runtime: 'ec2',
      operatingSystem: 'linux',
      interfaces: [
        {
          subnet,
          securityGroups: [random() < 0.5 ? `sg-${v}-web` : `sg-${v}-app`],
          privateIp: null,
          ipv6: null,
          publicIp: isPublic && random() < 0.8 ? 'auto' : 'none',
        },
      ],
      listens: null,
    })
  }
}

function addFilters(add: Add, v: number, vpc: string, net: string): void {
  const rule = { icmp: null, description: '' } as const
  const https = { ...rule, protocol: 'tcp', ports: { from: 443, to: 443 } } as const
  const everything = [{ ...rule, protocol: 'all', ports: null, peer: { cidr: '0.0.0.0/0' } }] as const
  add({
    kind: 'security-group',
    id: `sg-${v}-web`,
    name: 'web',
    vpc,
    description: '',
    ingress: [{ ...https, peer: { cidr: '0.0.0.0/0' } }],
    egress: everything,
  })
  add({
    kind: 'security-group',
    id: `sg-${v}-app`,
    name: 'app',
    vpc,
    description: '',
    ingress: [{ ...https, peer: { securityGroup: `sg-${v}-web` } }],
    egress: everything,
  })
  add({
    kind: 'security-group',
    id: `sg-${v}-endpoint`,
    name: 'endpoint',
    vpc,
    description: '',
    ingress: [{ ...https, peer: { cidr: `${net}.0.0/16` } }],
    egress: [],
  })
  const entry = { protocol: 'tcp', icmp: null, cidr: '0.0.0.0/0' } as const
  add({
    kind: 'network-acl',
    id: `acl-${v}`,
    name: 'public',
    vpc,
    ingress: [
      { ...entry, number: 90, action: 'deny', ports: null, cidr: '203.0.113.0/24' },
      { ...entry, number: 100, action: 'allow', ports: { from: 443, to: 443 } },
      { ...entry, number: 110, action: 'allow', ports: { from: 1024, to: 65535 } },
    ],
    egress: [{ ...entry, number: 100, action: 'allow', ports: null }],
  })
}

/** Requests of all sorts between the clients of the design and what they would ask for. */
export function generateRequests(design: Design, count: number, seed = 2): readonly AccessRequest[] {
  const random = createRandom(seed)
  const clients = Object.values(design.constructs).filter((one) => one.kind === 'client')
  const pick = () => clients[Math.floor(random() * clients.length)]!.id
  const names = [
    'kinesis.us-east-1.amazonaws.com',
    'sqs.us-east-1.amazonaws.com',
    's3.us-east-1.amazonaws.com',
    '9.9.9.9',
  ]
  return Array.from({ length: count }, () => ({
    from: pick(),
    to: random() < 0.5 ? pick() : names[Math.floor(random() * names.length)]!,
    protocol: 'tcp',
    port: random() < 0.8 ? 443 : 8080,
  }))
}
