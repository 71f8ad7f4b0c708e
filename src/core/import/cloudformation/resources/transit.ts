import { notImported } from '../../../model/notImported.ts'
import { arnOf } from '../arnOf.ts'
import type { StackResource } from '../stack.ts'
import { allOf, lacks, naming, referred, say, tagsOf, tell, type } from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { blockOf, fieldsOf, flagOf, idOf, idsOf, reasonIn, textOf } from './values.ts'

const GATEWAY = 'AWS::EC2::TransitGateway'
const ATTACHMENTS = ['AWS::EC2::TransitGatewayAttachment', 'AWS::EC2::TransitGatewayVpcAttachment'] as const
const PEERING = 'AWS::EC2::TransitGatewayPeeringAttachment'
const ASSOCIATION = 'AWS::EC2::TransitGatewayRouteTableAssociation'
const PROPAGATION = 'AWS::EC2::TransitGatewayRouteTablePropagation'
const ROUTE = 'AWS::EC2::TransitGatewayRoute'

/** The attachment by which a VPN connection comes to its transit gateway. */
export const vpnAttachment = (vpn: string): string => `${vpn}.Attachment`

interface Attached {
  readonly id: string
  readonly type: 'vpc' | 'vpn' | 'peering'
  readonly resource: string
}

/** What is attached to a transit gateway, in the order in which it stands in the templates. */
function attachedTo(putting: Putting, gateway: string): readonly Attached[] {
  const vpcs = ATTACHMENTS.flatMap((kind) => naming(putting, kind, 'TransitGatewayId', gateway)).map(
    ({ id, properties }): Attached => ({ id, type: 'vpc', resource: idOf(properties.VpcId) ?? id }),
  )
  const vpns = naming(putting, 'AWS::EC2::VPNConnection', 'TransitGatewayId', gateway).map(
    ({ id }): Attached => ({ id: vpnAttachment(id), type: 'vpn', resource: id }),
  )
  return [...vpcs, ...vpns]
}

/** Source: CloudFormation reference, AWS::EC2::TransitGateway: attachments join a table that AWS makes unless that is turned off. */
function putGateway(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account } = resource
  if (
    lacks(
      putting,
      resource,
      'DefaultRouteTableAssociation',
      'DefaultRouteTablePropagation',
      'DnsSupport',
      'SecurityGroupReferencingSupport',
    )
  )
    return
  say(putting, resource, 'TransitGateways', {
    TransitGatewayId: id,
    State: 'available',
    OwnerId: account,
    Options: {
      AmazonSideAsn: textOf(properties.AmazonSideAsn) ?? undefined,
      DnsSupport: textOf(properties.DnsSupport) ?? 'enable',
      SecurityGroupReferencingSupport: textOf(properties.SecurityGroupReferencingSupport) ?? 'disable',
    },
    Tags: tagsOf(resource),
  })
  const attached = attachedTo(putting, id)
  const joins = flagOf(properties.DefaultRouteTableAssociation) ?? true
  const spreads = flagOf(properties.DefaultRouteTablePropagation) ?? true
  const [associated, propagated] = (['AssociationDefaultRouteTableId', 'PropagationDefaultRouteTableId'] as const).map(
    (name) => idOf(properties[name]) ?? defaultTableOf(resource),
  )
  const free = attached.filter(
    (one) =>
      naming(putting, ASSOCIATION, 'TransitGatewayAttachmentId', one.id).length === 0 &&
      putting.byRef.get(one.id)?.stated?.DefaultAssociation !== false &&
      !isPending(putting, resource, one),
  )
  if (joins) sayAssociations(putting, resource, associated!, free)
  if (spreads)
    sayPropagations(
      putting,
      resource,
      propagated!,
      attached.filter(
        (one) => putting.byRef.get(one.id)?.stated?.DefaultPropagation !== false && !isPending(putting, resource, one),
      ),
    )
  if (!joins && !spreads) return
  for (const table of new Set([...(joins ? [associated!] : []), ...(spreads ? [propagated!] : [])]))
    if (table === defaultTableOf(resource) && !putting.byRef.has(table)) sayTable(putting, resource, table, id)
}

/** The table that AWS makes with a transit gateway. */
const defaultTableOf = ({ id, stated }: { readonly id: string; readonly stated?: StackResource['stated'] }): string =>
  textOf(stated?.DefaultRouteTable) ?? `${id}.DefaultRouteTable`

/** Attachments of other accounts wait for the owner unless it takes them all. */
function isPending(putting: Putting, gateway: StackResource, { id }: Attached): boolean {
  const resource = putting.byRef.get(id)
  return (
    resource !== undefined &&
    resource.stated?.Accepted !== true &&
    resource.account !== gateway.account &&
    flagOf(gateway.properties.AutoAcceptSharedAttachments) !== true
  )
}

const listed = (attached: readonly Attached[], State: string) =>
  attached.map((one) => ({
    TransitGatewayAttachmentId: one.id,
    ResourceType: one.type,
    ResourceId: one.resource,
    State,
  }))
const sayAssociations = (putting: Putting, at: StackResource, table: string, attached: readonly Attached[]): void =>
  say(putting, at, 'TransitGatewayAssociations', {
    TransitGatewayRouteTableId: table,
    Associations: listed(attached, 'associated'),
  })
const sayPropagations = (putting: Putting, at: StackResource, table: string, attached: readonly Attached[]): void =>
  say(putting, at, 'TransitGatewayPropagations', {
    TransitGatewayRouteTableId: table,
    TransitGatewayRouteTablePropagations: listed(attached, 'enabled'),
  })

/** A table with its routes. */
function sayTable(putting: Putting, resource: StackResource, table: string, gateway: string): void {
  say(putting, resource, 'TransitGatewayRouteTables', {
    TransitGatewayRouteTableId: table,
    TransitGatewayId: gateway,
    State: 'available',
    Tags: table === resource.id ? tagsOf(resource) : [],
  })
  say(putting, resource, 'TransitGatewayStaticRoutes', {
    TransitGatewayRouteTableId: table,
    Routes: naming(putting, ROUTE, 'TransitGatewayRouteTableId', table).map(({ properties }) => {
      const why = reasonIn(properties.Blackhole)
      const attachment = why === null ? idOf(properties.TransitGatewayAttachmentId) : notImported(why)
      const isBlackhole = flagOf(properties.Blackhole) === true
      return {
        DestinationCidrBlock: blockOf(properties.DestinationCidrBlock) ?? undefined,
        PrefixListId: idOf(properties.PrefixListId) ?? undefined,
        Type: 'static',
        State: isBlackhole ? 'blackhole' : 'active',
        TransitGatewayAttachments:
          isBlackhole || attachment === null ? [] : listed([attachedAs(putting, attachment)], 'active'),
      }
    }),
  })
}

/** An attachment by its id. */
function attachedAs(putting: Putting, id: string): Attached {
  const resource = putting.byRef.get(id)
  if (resource?.type === PEERING) return { id, type: 'peering', resource: id }
  const vpn = allOf(putting, 'AWS::EC2::VPNConnection').find((one) => vpnAttachment(one.id) === id || one.id === id)
  if (vpn) return { id: vpnAttachment(vpn.id), type: 'vpn', resource: vpn.id }
  return { id, type: 'vpc', resource: idOf(resource?.properties.VpcId) ?? id }
}

function putTable(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  const members = (kind: string) =>
    naming(putting, kind, 'TransitGatewayRouteTableId', id).flatMap((one) => {
      const attachment = idOf(one.properties.TransitGatewayAttachmentId)
      return attachment === null ? [] : [attachedAs(putting, attachment)]
    })
  sayAssociations(putting, resource, id, members(ASSOCIATION))
  sayPropagations(putting, resource, id, members(PROPAGATION))
  sayTable(putting, resource, id, idOf(properties.TransitGatewayId) ?? '')
}

/** Source: CloudFormation reference, TransitGatewayAttachment, Options. */
function putAttachment(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account } = resource
  if (lacks(putting, resource, 'Options')) return
  const options = fieldsOf(properties.Options)
  const gateway = referred(putting, properties.TransitGatewayId)
  const waits = gateway !== null && isPending(putting, gateway, { id, type: 'vpc', resource: id })
  if (waits)
    tell(putting, resource, 'assumed', 'it waits for the owner of the transit gateway, whom no file makes accept it')
  say(putting, resource, 'TransitGatewayVpcAttachments', {
    TransitGatewayAttachmentId: id,
    TransitGatewayId: idOf(properties.TransitGatewayId) ?? undefined,
    VpcId: idOf(properties.VpcId) ?? undefined,
    VpcOwnerId: account,
    SubnetIds: idsOf(properties.SubnetIds),
    State: waits ? 'pendingAcceptance' : 'available',
    Options: {
      ApplianceModeSupport: textOf(options.ApplianceModeSupport) ?? 'disable',
      DnsSupport: textOf(options.DnsSupport) ?? 'enable',
      Ipv6Support: textOf(options.Ipv6Support) ?? 'disable',
      SecurityGroupReferencingSupport: textOf(options.SecurityGroupReferencingSupport) ?? 'enable',
    },
    Tags: tagsOf(resource),
  })
}

/** Nobody accepts it: there is no type for that. */
function putPeering(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  const said = textOf(resource.stated?.State)
  const State = said ?? textOf(fieldsOf(properties.Options).State) ?? 'pendingAcceptance'
  if (said === null) tell(putting, resource, 'assumed', 'it waits for the peer, whom no file makes accept it')
  say(putting, resource, 'TransitGatewayPeeringAttachments', {
    TransitGatewayAttachmentId: id,
    RequesterTgwInfo: { TransitGatewayId: idOf(properties.TransitGatewayId) },
    AccepterTgwInfo: { TransitGatewayId: idOf(properties.PeerTransitGatewayId) },
    State,
    Tags: tagsOf(resource),
  })
}

/** What belongs to a table that is drawn is said with the table. */
const ofTable: ResourceType['put'] = (resource, putting) => {
  const table = idOf(resource.properties.TransitGatewayRouteTableId)
  const isOwn = allOf(putting, GATEWAY).some((one) => defaultTableOf(one) === table)
  if (!referred(putting, resource.properties.TransitGatewayRouteTableId) && !isOwn)
    tell(putting, resource, 'skipped', `its table ${table} is in none of the files`)
}

const attachment = type(
  ['TransitGatewayId', 'VpcId', 'SubnetIds', 'Options', 'AddSubnetIds', 'RemoveSubnetIds'],
  putAttachment,
  { attributes: { Id: ({ id }) => id } },
)
const pair = ['TransitGatewayRouteTableId', 'TransitGatewayAttachmentId']

export const transit: Readonly<Record<string, ResourceType>> = {
  [GATEWAY]: type(
    [
      'AmazonSideAsn',
      'DefaultRouteTableAssociation',
      'DefaultRouteTablePropagation',
      'AssociationDefaultRouteTableId',
      'PropagationDefaultRouteTableId',
      'AutoAcceptSharedAttachments',
      'DnsSupport',
      'SecurityGroupReferencingSupport',
      'Description',
      'VpnEcmpSupport',
      'MulticastSupport',
      'TransitGatewayCidrBlocks',
    ],
    putGateway,
    {
      attributes: {
        Id: ({ id }) => id,
        // CloudFormation has no attributes for these; templates that mean them can mean nothing else
        AssociationDefaultRouteTableId: (one) => one.property('AssociationDefaultRouteTableId') ?? defaultTableOf(one),
        PropagationDefaultRouteTableId: (one) => one.property('PropagationDefaultRouteTableId') ?? defaultTableOf(one),
        TransitGatewayArn: (one) => arnOf(one, 'ec2', `transit-gateway/${one.id}`),
      },
    },
  ),
  [ATTACHMENTS[0]]: attachment,
  [ATTACHMENTS[1]]: attachment,
  [PEERING]: type(['TransitGatewayId', 'PeerTransitGatewayId', 'PeerAccountId', 'PeerRegion', 'Options'], putPeering, {
    attributes: { TransitGatewayAttachmentId: ({ id }) => id },
  }),
  'AWS::EC2::TransitGatewayRouteTable': type(['TransitGatewayId'], putTable, {
    attributes: { TransitGatewayRouteTableId: ({ id }) => id },
  }),
  [ASSOCIATION]: type(pair, ofTable),
  [PROPAGATION]: type(pair, ofTable),
  [ROUTE]: type([...pair, 'DestinationCidrBlock', 'Blackhole'], ofTable),
}
