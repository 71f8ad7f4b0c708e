import { findEni } from '../../sim/travel/findEni.ts'
import type { Eni, LoadBalancerNet, TargetNet } from '../../topology/topology.ts'

/** The drawn interface that a target is, by its construct or by an address of the load balancer's VPC; null where none is. */
export const interfaceOfTarget = ({ vpc }: LoadBalancerNet, { eni, address }: TargetNet): Eni | null =>
  eni ?? (address === null ? null : (findEni(vpc, address) ?? null))
