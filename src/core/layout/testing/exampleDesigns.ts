import type { Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'

/** A design with at least one of every kind: two zones, a public and a private subnet in each, endpoints, a bucket, a host. */
export const everyKind = (): Design =>
  buildDesign((b) => {
    const vpc = b.vpc({ name: 'vpc' })
    const igw = b.internetGateway(vpc, { name: 'igw' })
    const open = b.routeTable(vpc, [['0.0.0.0/0', igw]], { name: 'open' })
    const closed = b.mainTable(vpc, [], { name: 'closed' })
    for (const letter of ['a', 'b']) {
      const zone = `us-east-1${letter}`
      const front = b.subnet(vpc, { name: `front-${letter}`, zone, routeTable: open })
      const back = b.subnet(vpc, { name: `back-${letter}`, zone })
      b.ec2(front, { name: `web-${letter}` })
      b.lambda(back, { name: `worker-${letter}` })
      if (letter === 'a') b.natGateway(front, { name: 'nat' })
    }
    b.securityGroup(vpc, { name: 'group-1' })
    b.networkAcl(vpc, { name: 'acl-1' })
    b.interfaceEndpoint(vpc, 'kinesis-streams', { name: 'kinesis', subnets: ['back-a', 'back-b'] })
    b.gatewayEndpoint(vpc, 's3', { name: 's3-endpoint', routeTables: [closed] })
    b.awsService('kinesis-streams', { name: 'streams' })
    b.s3Bucket('my-bucket')
    b.dynamodbTable('my-table')
    b.prefixList(['10.0.0.0/8'], { name: 'offices' })
    b.internetHost({ name: 'host' })

    const other = b.vpc({ name: 'other', cidrs: ['10.1.0.0/16'] })
    const far = b.subnet(other, { name: 'far' })
    b.egressOnlyInternetGateway(vpc)
    b.regionalNatGateway(vpc)
    b.elasticIp({ holder: 'nat' })
    b.peering(vpc, other, { name: 'peering' })
    const gateway = b.transitGateway({ name: 'transit' })
    b.transitTable(gateway)
    b.attach(vpc, gateway, { name: 'attachment' })
    b.transitPeering(gateway, b.transitGateway({ name: 'transit-2' }))
    const network = b.onPremises(['192.168.0.0/16'], { name: 'office' })
    b.onPremisesHost(network, '192.168.0.9')
    b.vpn(b.customerGateway({ network }), b.virtualPrivateGateway(vpc), { name: 'vpn' })
    b.directConnect(network, gateway)
    const group = b.targetGroup(vpc, ['web-a'])
    const nlb = b.nlb(vpc, { name: 'nlb', subnets: ['back-a', 'back-b'], listeners: [['TCP', 443, group]] })
    b.alb(vpc, { name: 'alb', subnets: ['front-a'] })
    b.endpointService([nlb], { name: 'offered' })
    const gwlb = b.gwlb(other, { name: 'gwlb', subnets: [far] })
    b.gwlbe('front-b', b.endpointService([gwlb], { name: 'inspection' }), { name: 'gwlbe' })
    const out = b.resolverEndpoint('outbound', ['back-a', 'back-b'], { name: 'outbound' })
    b.resolverRule('corp.example', ['192.168.0.2'], { vpcs: [vpc], resolverEndpoint: out })
    b.hostedZone('example.internal', [vpc])
    b.blockPublicAccess('off')
    b.networkFirewall(vpc, { subnets: ['back-a'] })
    b.resourceEndpoint(vpc)
    b.serviceNetworkEndpoint(vpc, { serviceNetwork: b.serviceNetwork() })
  })

/** A VPC of the given shape, for designs drawn at random. */
export interface VpcShape {
  readonly zones: number
  readonly subnets: number
  readonly clients: number
  readonly endpoints: number
  readonly groups: number
}

/** A design with one VPC for each shape, and a service for each VPC. */
export const designOf = (shapes: readonly VpcShape[]): Design =>
  buildDesign((b) => {
    for (const [i, shape] of shapes.entries()) {
      const vpc = b.vpc({ name: `vpc-${i}`, region: b.region(i % 2 === 0 ? 'us-east-1' : 'eu-west-1') })
      const subnets: string[] = []
      for (let zone = 0; zone < shape.zones; zone++)
        for (let subnet = 0; subnet < shape.subnets; subnet++) {
          const id = b.subnet(vpc, { zone: `zone-${'abcdef'[zone]}`, name: `subnet-${i}-${zone}-${subnet}` })
          subnets.push(id)
          for (let client = 0; client < shape.clients; client++) b.ec2(id, { name: `client-${id}-${client}` })
        }
      for (let n = 0; n < shape.endpoints; n++)
        b.interfaceEndpoint(vpc, 'sqs', { name: `endpoint-${i}-${n}`, subnets: subnets.slice(0, n) })
      for (let n = 0; n < shape.groups; n++) b.securityGroup(vpc, { name: `group-${i}-${n}` })
      b.awsService('sqs', { name: `sqs-${i}` })
    }
  })
