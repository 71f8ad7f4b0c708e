import type { PathName, Symptom, VerdictKind } from '../model/design.ts'

export const VERDICT_WORDS: Readonly<Record<VerdictKind, string>> = {
  succeeds: 'Succeeds',
  partly: 'Works in part',
  fails: 'Fails',
  'cannot-tell': 'Cannot tell',
}
export const SYMPTOM_WORDS: Readonly<Record<Symptom, string>> = {
  'name-not-found': 'Name not found',
  'connection-times-out': 'Connection times out',
  'connection-refused': 'Connection refused',
  'tls-name-mismatch': 'TLS name mismatch',
  'access-denied': 'Access denied',
  'http-error': 'HTTP error from the load balancer',
  'connection-hangs': 'Connection opens, then hangs',
  'connection-reset': 'Connection opens, then is reset',
}
/** The symptom where some connections have it and others do not. */
export const SOMETIMES: Readonly<Record<Symptom, string>> = {
  'name-not-found': 'some lookups find nothing',
  'connection-times-out': 'some connections time out',
  'connection-refused': 'some connections are refused',
  'tls-name-mismatch': 'some connections meet a certificate for another name',
  'access-denied': 'some requests are denied',
  'http-error': 'some requests get an HTTP error from the load balancer',
  'connection-hangs': 'some connections open and then hang',
  'connection-reset': 'some connections open and are then reset',
}
export const PATH_WORDS: Readonly<Record<PathName, string>> = {
  'same-subnet': 'inside the subnet',
  local: 'inside the VPC',
  'interface-endpoint': 'through the interface endpoint',
  'gateway-endpoint': 'through the gateway endpoint',
  'endpoint-service': 'through the endpoint service',
  'vpc-lattice': 'through VPC Lattice',
  'gateway-load-balancer-endpoint': 'through the Gateway Load Balancer endpoint',
  'network-firewall': 'through the Network Firewall',
  'nat-gateway': 'over the internet, through the NAT gateway',
  'internet-gateway': 'over the internet, through the internet gateway',
  'egress-only-internet-gateway': 'over the internet, through the egress-only internet gateway',
  peering: 'through the peering connection',
  'transit-gateway': 'through the transit gateway',
  vpn: 'through the VPN',
  'direct-connect': 'through Direct Connect',
  'own-internet': 'over the internet, by the on-premises network’s own way',
}
