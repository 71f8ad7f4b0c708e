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
  | 'firewall-rules' // Network Firewall -> rule group that its policy names
  | 'iam-role' // client -> role that it calls AWS by
  | 'exclusion' // Block Public Access -> what it spares

/** A line of the canvas. It follows from the constructs and is stored nowhere. */
export interface Connection {
  readonly from: string
  readonly to: string
  readonly kind: ConnectionKind
  readonly label: string
}

/** One line, where the other end is named. */
export const line = (from: string, to: string | null, kind: ConnectionKind, label: string): readonly Connection[] =>
  to === null ? [] : [{ from, to, kind, label }]
/** A line to each. */
export const lines = (
  from: string,
  all: readonly string[],
  kind: ConnectionKind,
  label: string,
): readonly Connection[] => all.map((to) => ({ from, to, kind, label }))

/** The interfaces or nodes that something has in subnets. */
export const inSubnets = (
  id: string,
  rows: readonly { readonly subnet: string }[],
  label = 'interface',
): readonly Connection[] =>
  lines(
    id,
    rows.map(({ subnet }) => subnet),
    'network-interface',
    label,
  )
/** The security groups that something carries. */
export const carried = (id: string, groups: readonly string[]): readonly Connection[] =>
  lines(id, groups, 'security-group', 'carries')
