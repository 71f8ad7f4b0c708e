import type { ConstructId, ConstructKind, ConstructOf } from './kinds/registry.ts'

/** Which relation of two constructs a line of the canvas stands for. */
export type ConnectionKind =
  | 'route-table-association' // subnet -> route table
  | 'network-acl-association' // subnet -> network ACL
  | 'security-group' // client or endpoint -> security group
  | 'rule-peer' // security group -> group or prefix list that a rule names
  | 'route' // route table -> gateway
  | 'route-prefix-list' // route table -> prefix list that a route names
  | 'endpoint-route' // gateway endpoint -> route table that it puts its route into
  | 'network-interface' // endpoint, or client's further interface -> subnet
  | 'endpoint-service' // endpoint -> the drawn service it leads to
  | 'peering' // peering -> the VPC or transit gateway at its other end
  | 'attachment' // attachment, VPN or Direct Connect -> the gateway it ends at
  | 'transit-association' // attachment -> transit gateway route table that its packets ask
  | 'propagation' // attachment or gateway -> route table that its blocks are put into
  | 'edge-association' // gateway -> route table of what comes in through it
  | 'outside-line' // VPN, customer gateway, Direct Connect -> what stands outside AWS
  | 'listener' // load balancer -> target group
  | 'target' // target group -> what it hands connections to
  | 'service-load-balancer' // endpoint service -> load balancer it stands on
  | 'name-association' // hosted zone or Resolver rule -> VPC it answers in
  | 'name-target' // hosted zone or Resolver rule -> what its names lead to or its queries go through
  | 'elastic-ip' // Elastic IP address -> what has it
  | 'exclusion' // Block Public Access -> what it spares

/** A line of the canvas. It follows from the constructs and is stored nowhere. */
export interface Connection {
  readonly from: ConstructId
  readonly to: ConstructId
  readonly kind: ConnectionKind
  readonly label: string
}

/** The lines that follow from a construct of one kind. */
export type Drawer<K extends ConstructKind> = (construct: ConstructOf<K>, services: Services) => Iterable<Connection>
/** `Region id, full service name` -> what is drawn of it there. */
export type Services = (endpoint: ConstructId, service: string) => readonly ConstructId[]
