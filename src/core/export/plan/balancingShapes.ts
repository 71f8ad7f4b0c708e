import type { Of, PartKey } from './partBasics.ts'

/** Where a load balancer has a node; the address is the part that makes it, or null where AWS chooses one. */
export interface PlannedNode {
  readonly subnet: PartKey
  readonly privateIp: string | null
  readonly address: PartKey | null
}
export interface PlannedBalancer {
  readonly nodes: readonly PlannedNode[]
  /** Null: made without any. */
  readonly groups: readonly PartKey[] | null
  readonly scheme: 'internal' | 'internet-facing' | null
  readonly addressType: 'ipv4' | 'dualstack'
}
/** What is done with requests. */
export type PlannedAction =
  | { readonly kind: 'forward'; readonly groups: readonly { readonly group: PartKey; readonly weight: number }[] }
  | { readonly kind: 'redirect'; readonly to: Readonly<Record<string, string>>; readonly statusCode: number }
  | { readonly kind: 'fixed-response'; readonly statusCode: number }
type Plain = string | readonly Plain[] | { readonly [name: string]: Plain }
/** What a rule asks of a request. */
export type PlannedCondition =
  | { readonly field: 'host-header' | 'path-pattern' | 'source-ip'; readonly values: readonly string[] }
  /** As the API writes it. */
  | { readonly field: 'other'; readonly written: { readonly Field: string; readonly [name: string]: Plain } }
export interface PlannedRule {
  readonly listener: PartKey
  readonly priority: number
  readonly conditions: readonly PlannedCondition[]
  readonly action: PlannedAction
}
export interface PlannedListener {
  readonly balancer: PartKey
  readonly protocol: string | null
  readonly port: number | null
  readonly action: PlannedAction
  /** Key of a certificate's ARN that somebody has to give. */
  readonly certificate: PartKey | null
}
/** What is registered with a target group. */
export type PlannedTarget =
  | { readonly kind: 'instance' | 'interface-address' | 'instance-address' | 'balancer'; readonly key: PartKey }
  | { readonly kind: 'address'; readonly text: string; readonly isOutside: boolean }

/** Parts of load balancers and their target groups. */
export interface BalancingShapes {
  'network-balancer-address': Of<'network-load-balancer'>
  'network-balancer': Of<'network-load-balancer', PlannedBalancer>
  'network-listener': Of<'network-load-balancer', PlannedListener>
  'application-balancer': Of<'application-load-balancer', PlannedBalancer>
  'application-listener': Of<'application-load-balancer', PlannedListener>
  'listener-rule': Of<'application-load-balancer', PlannedRule>
  'gateway-balancer': Of<'gateway-load-balancer', PlannedBalancer>
  'gateway-listener': Of<'gateway-load-balancer', PlannedListener>
  /** `healthProtocol` null: as AWS chooses it. */
  'target-group': Of<
    'target-group',
    {
      readonly vpc: PartKey
      readonly attributes: Readonly<Record<string, string>>
      readonly healthProtocol: 'TCP' | 'HTTP' | 'HTTPS' | null
    }
  >
  'target-registration': Of<
    'target-group',
    { readonly group: PartKey; readonly target: PlannedTarget; readonly port: number }
  >
}
