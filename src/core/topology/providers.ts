import type { ConstructId, ConstructOf } from '../model/kinds/registry.ts'
import type { Address } from '../net/address.ts'
import type { Origin } from './origin.ts'
import type { EndpointState, Eni, TopologyGap, VpcNet } from './topology.ts'

/** A node's listener or the way to its targets. Source: Elastic Load Balancing guides. */
export interface LoadBalancerNet {
  readonly id: ConstructId
  readonly kind: 'network' | 'application' | 'gateway'
  readonly vpc: VpcNet
  readonly internetFacing: boolean
  /** One node for each of its subnets. */
  readonly enis: readonly Eni[]
  readonly crossZone: boolean
  /** Whether its groups also see what comes through AWS PrivateLink. */
  readonly enforcesOnPrivateLink: boolean
  /** Whether it was made with security groups at all. */
  readonly hasGroups: boolean
  readonly listeners: readonly ListenerNet[]
  readonly dnsName: string
  /** A node of it that is drawn and could not be lowered. */
  readonly gap: TopologyGap | null
}
export interface ListenerNet {
  readonly origin: Origin
  /** IANA numbers: TCP_UDP has two. */
  readonly protocols: readonly number[]
  readonly port: number
  readonly group: TargetGroupNet | null
  readonly gap: TopologyGap | null
}
export interface TargetGroupNet {
  readonly id: ConstructId
  readonly type: 'instance' | 'ip' | 'alb'
  readonly protocol: ConstructOf<'target-group'>['protocol']
  readonly preservesClient: boolean
  readonly proxyProtocol: boolean
  /** null = as its load balancer has it. */
  readonly crossZone: boolean | null
  readonly targets: readonly TargetNet[]
}
export interface TargetNet {
  readonly origin: Origin
  /** The target's interface; null for a load balancer, for a bare address and where `gap` says why it is not known. */
  readonly eni: Eni | null
  readonly balancer: LoadBalancerNet | null
  readonly address: Address | null
  readonly port: number
  readonly health: ConstructOf<'target-group'>['targets'][number]['health']
  readonly gap: TopologyGap | null
}

/** A service that its owner offers through AWS PrivateLink. */
export interface EndpointServiceNet {
  readonly id: ConstructId
  readonly regionCode: string
  readonly accountId: ConstructId
  /** `com.amazonaws.vpce.REGION.vpce-svc-ID`. */
  readonly name: string
  readonly balancers: readonly LoadBalancerNet[]
  readonly available: boolean
  /** Zone ids in which a load balancer of it has a node. */
  readonly zoneIds: ReadonlySet<string>
  readonly privateDnsName: string | null
  readonly verified: boolean
  readonly supportedRegions: readonly string[]
  /** A load balancer of it, or a node of one, that is drawn and could not be lowered. */
  readonly gap: TopologyGap | null
}

/** An endpoint of a Gateway Load Balancer and what is behind it. */
export interface InspectionNet {
  readonly id: ConstructId
  readonly state: EndpointState
  readonly eni: Eni
  readonly provider: EndpointServiceNet | null
  /** Set where the provider is not known. */
  readonly gap: TopologyGap | null
}
